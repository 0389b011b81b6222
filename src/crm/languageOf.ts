import { type Db, statement } from "#platform";

export type Language = "nl" | "en";

const languageWith = statement((db, contactId: string) =>
  db.selectFrom("contacts").select("language").where("id", "=", contactId),
);

/** The language in which somebody is addressed; Dutch when it is not known who that is. */
export const languageOf = async (db: Db, contactId: string | null): Promise<Language> => {
  const [contact] = contactId === null ? [] : await languageWith(db, contactId);
  return contact?.language === "en" ? "en" : "nl";
};
