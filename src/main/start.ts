import type { FastifyInstance } from "fastify";
import { addInvoiceRoutes, addPaymentRoutes } from "#billing";
import { businessEntities, organizations } from "#crm";
import { partiesOfOrders } from "#orders";
import {
  type Actor,
  addFileRoutes,
  addIdentityRoutes,
  createIdentify,
  createLiveHub,
  createServer,
  entitiesWithin,
  type Platform,
  sealAudit,
  startNotifier,
  startTracing,
  startWorker,
  tellable,
} from "#platform";
import { addSalesRoutes } from "#sales";
import { addDocumentation } from "./documentation.ts";
import { furnish, welcome } from "./furnish.ts";
import { addHealth } from "./health.ts";
import { mayReachFile } from "./mayReachFile.ts";
import { openPlatform } from "./openPlatform.ts";
import { addScreens } from "./screens.ts";
import { readSettings, type Settings } from "./settings.ts";

export interface StartOptions {
  databaseUrl: string;
  home: string;
  port: number;
  /** Whether the user chose the port, so that another one will not do. */
  portNamed: boolean;
  /** The screens, when they are still being built. */
  screens?: Promise<void>;
}

const sealMilliseconds = 1000;

const entitiesFor = (platform: Platform) => async (person: Actor & { kind: "person" }) => {
  const { db } = platform.database;
  const entities = await businessEntities.all(db);
  const within = entitiesWithin(person);
  const organization = person.organizationId ? await organizations.byId(db, person.organizationId) : null;
  return {
    organizationName: organization?.name ?? null,
    businessEntities: entities
      .filter(({ code }) => within?.includes(code) ?? true)
      .map(({ code, name, colour, accent }) => ({ code, name, colour, accent })),
  };
};

/** The HTTP server with everything on it, not yet listening. */
export const buildServer = async (platform: Platform, settings: Settings) => {
  const { db } = platform.database;
  const hub = createLiveHub(platform, partiesOfOrders(db));
  const identify = createIdentify({
    platform,
    reach: (organizationId) => organizations.below(db, organizationId),
  });
  const server = await createServer(platform, {
    identify,
    trustProxy: settings.trustProxy,
    logLevel: settings.logLevel,
    limitTimes: settings.limitTimes,
  });
  await addIdentityRoutes(server, { platform, frameOf: entitiesFor(platform) });
  await addFileRoutes(server, { platform, mayReach: mayReachFile(db) });
  await addPaymentRoutes(server, platform);
  addInvoiceRoutes(server, platform);
  addSalesRoutes(server, platform);
  hub.addRoute(server);
  addHealth(server, platform, { viewers: hub.viewers });
  await addDocumentation(server, platform);
  await addScreens(server);
  return { server, hub };
};

/** Seals the audit log shortly after it is written. */
const startSealing = (platform: Platform, onError: (error: unknown) => void) => {
  const timer = setInterval(() => void sealAudit(platform.database.db).catch(onError), sealMilliseconds);
  return () => clearInterval(timer);
};

/** Starts listeners, jobs and the live stream beside the server; gives back how to stop them in order. */
const startWork = async (
  platform: Platform,
  options: { databaseUrl: string; heard: (ids: readonly number[]) => Promise<void>; server: FastifyInstance },
) => {
  const onError = (error: unknown) => options.server.log.error(tellable(error), "work");
  platform.services.logError = (error, during) => options.server.log.error(tellable(error), during);
  const worker = startWorker(platform, { onError });
  const heard = (ids: readonly number[]) => {
    worker.wake();
    options.heard(ids).catch(onError);
  };
  const notifier = await startNotifier(options.databaseUrl, heard, onError);
  platform.committed = ({ eventIds }) => notifier.push(eventIds);
  const stopSealing = startSealing(platform, onError);
  return async () => {
    stopSealing();
    await worker.stop();
    await notifier.close();
  };
};

/**
 * Starts the whole platform in this process: server, worker and live stream. Everything it keeps is in the database and
 * the file store, so it may be killed at any time.
 */
export const startPlatform = async ({ databaseUrl, home, port, screens }: StartOptions) => {
  const settings = readSettings(home, port);
  const { tracesUrl } = settings;
  const stopTracing = tracesUrl ? await startTracing(tracesUrl, settings.tracing) : undefined;
  const platform = await openPlatform(databaseUrl, settings);
  await furnish(platform, databaseUrl, settings);
  await screens;
  const { server, hub } = await buildServer(platform, settings);
  const stopWork = await startWork(platform, { databaseUrl, heard: hub.heard, server });
  await server.listen({ port, host: "0.0.0.0" });
  console.log(await welcome(platform, settings));
  return {
    platform,
    async close() {
      hub.close();
      await server.close();
      await stopWork();
      await platform.database.close();
      // What was told last is sent; a receiver that does not answer gets a second.
      await stopTracing?.().catch(() => undefined);
    },
  };
};
