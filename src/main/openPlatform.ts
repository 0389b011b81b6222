import { testPayments } from "#billing";
import { builtInAddressBook, contactNames } from "#crm";
import { outboxMailer, smtpMailer } from "#messaging";
import { routerAt } from "#planning";
import {
  type Clock,
  createPlatform,
  type Database,
  identitySecrets,
  localFiles,
  migrate,
  openDatabase,
  outbound,
  type Platform,
  s3Files,
  signedLinks,
  systemClock,
  writeAllowedMoves,
} from "#platform";
import { sendMagicLink } from "./accountMails.ts";
import { capabilities } from "./house.ts";
import type { Settings } from "./settings.ts";

/** Brings the tables up to date, and the moves of statuses that the database lets pass. */
export const bringUpToDate = async ({ db, pool }: Database): Promise<void> => {
  await migrate(pool);
  await writeAllowedMoves(db, capabilities);
};

interface Opening {
  clock?: Clock;
  connections?: number;
  /** Whether somebody else brought the tables up to date just now. */
  isUpToDate?: boolean;
}

/** Opens the database, brings it up to date and puts the house together. */
export const openPlatform = async (
  databaseUrl: string,
  settings: Settings,
  { clock = systemClock, connections = 20, isUpToDate = false }: Opening = {},
): Promise<Platform> => {
  const database = openDatabase(databaseUrl, { max: connections });
  try {
    if (!isUpToDate) await bringUpToDate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return createPlatform({
    database,
    clock,
    capabilities,
    services: {
      files: settings.filesUrl ? s3Files(settings.filesUrl) : localFiles(settings.filesFolder),
      links: signedLinks(settings.secret),
      identity: identitySecrets(settings.secret),
      addresses: builtInAddressBook,
      mailer: settings.smtpUrl ? smtpMailer(settings.smtpUrl) : outboxMailer,
      ...(settings.travelUrl && { router: routerAt(settings.travelUrl) }),
      payments: testPayments(database.db, settings.baseUrl),
      outbound: outbound({ allowPrivate: settings.privateTargets }),
      sendMagicLink,
      customerNames: contactNames,
      baseUrl: settings.baseUrl,
    },
  });
};
