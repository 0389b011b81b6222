import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TracingOptions } from "#platform";

/** What may be set from outside; everything has a default that works on a bare machine. */
export interface Settings {
  /** Signs sessions and links and seals secrets; the same in every process. */
  secret: string;
  /** Where the platform is reached from outside. */
  baseUrl: string;
  /** Where files are kept. */
  filesFolder: string;
  /** `s3://KEY:SECRET@host/bucket`; takes the place of the folder. */
  filesUrl: string | undefined;
  /** `smtp://user:password@host:587`; without it mail stays in the on-screen outbox. */
  smtpUrl: string | undefined;
  /** A router that knows the roads, such as `osrm+http://router:5000`; without it the built-in model tells of driving. */
  travelUrl: string | undefined;
  /** Partners' addresses may be on this machine or in the private network: where everything runs on one machine. */
  privateTargets: boolean;
  /** Whether an empty house becomes the demo company, whose people have a password everybody knows. */
  demo: boolean;
  /** Whether the database is the embedded one; in one that somebody named, other things may live as well. */
  ownDatabase: boolean;
  trustProxy: string | undefined;
  /** Where traces go: a receiver that speaks OTLP over HTTP. Without it nothing is traced. */
  tracesUrl: string | undefined;
  /** What the platform is called there, and which traces are kept. */
  tracing: TracingOptions;
  logLevel: string;
  /** Multiplies how much a caller may ask per minute; for measuring. */
  limitTimes: number;
}

const secretFile = "secret";

/** On where somebody tries the platform on a machine; off as soon as it runs for real, unless it is asked for. */
const demoOf = ({ DEMO, DATABASE_URL, NODE_ENV }: NodeJS.ProcessEnv): boolean =>
  DEMO === undefined || DEMO === ""
    ? !DATABASE_URL && NODE_ENV !== "production"
    : ["on", "yes", "true", "1"].includes(DEMO.toLowerCase());

/** As OpenTelemetry names it: the receiver, or the very address for traces. */
const tracesUrlOf = (env: NodeJS.ProcessEnv): string | undefined => {
  if (env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT;
  const receiver = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  return receiver && `${receiver.replace(/\/$/, "")}/v1/traces`;
};

/** The secret of this home: made once, readable by its owner only. */
const secretOf = (home: string): string => {
  const path = join(home, secretFile);
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    mkdirSync(home, { recursive: true });
    const secret = randomBytes(32).toString("base64url");
    writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: "wx" });
    return secret;
  }
};

/** Reads the settings of this home and environment. */
export const readSettings = (home: string, port: number, env = process.env): Settings => ({
  secret: env.APP_SECRET ?? secretOf(home),
  baseUrl: (env.BASE_URL ?? `http://localhost:${port}`).replace(/\/$/, ""),
  filesFolder: env.FILES_FOLDER ?? join(home, "files"),
  filesUrl: env.FILES_URL || undefined,
  smtpUrl: env.SMTP_URL,
  travelUrl: env.TRAVEL_URL || undefined,
  privateTargets: env.PRIVATE_TARGETS ? env.PRIVATE_TARGETS === "yes" : env.BASE_URL === undefined,
  demo: demoOf(env),
  ownDatabase: !env.DATABASE_URL,
  trustProxy: env.TRUST_PROXY,
  tracesUrl: tracesUrlOf(env),
  tracing: {
    service: env.OTEL_SERVICE_NAME || undefined,
    sampler: env.OTEL_TRACES_SAMPLER,
    argument: env.OTEL_TRACES_SAMPLER_ARG,
  },
  logLevel: env.LOG_LEVEL ?? "warn",
  limitTimes: Number(env.RATE_LIMIT_TIMES ?? 1),
});
