import { startPlatform } from "../../src/main/start.ts";

/** The platform on a database, a home and a port that are given; it says no goodbye. */
const { DATABASE_URL: databaseUrl = "", CHARGECARS_HOME: home = "", PORT } = process.env;
await startPlatform({ databaseUrl, home, port: Number(PORT), portNamed: true });
