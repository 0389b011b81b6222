import type { Work } from "#platform";

/** A kind of document that can be made of a record, such as the invoice of an invoice. */
export interface DocumentKind {
  name: string;
  /** Gives the file of the record's document; makes it the first time. */
  make: (work: Work, recordId: string) => Promise<string>;
}

const known = new Map<string, DocumentKind>();

/** Declares a kind of document that mails can carry before it is made. */
export const documentKind = (name: string, make: DocumentKind["make"]): DocumentKind => {
  const kind = { name, make };
  known.set(name, kind);
  return kind;
};

/** The file behind an attachment, made now if nobody asked for it before. */
export const fileOf = async (
  work: Work,
  attachment: { fileId: string | null; document: string | null; recordId: string | null },
): Promise<string> => {
  if (attachment.fileId) return attachment.fileId;
  const kind = known.get(attachment.document ?? "");
  if (!kind || !attachment.recordId) throw new Error(`Nobody makes documents of kind ${attachment.document}`);
  return kind.make(work, attachment.recordId);
};
