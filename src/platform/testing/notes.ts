import type { Kysely } from "kysely";
import { sql } from "kysely";
import { z } from "zod";
import { type Action, action, type Query, query } from "../action.ts";
import type { Person } from "../actor.ts";
import type { Capability } from "../capability.ts";
import { endpoint, filledText, Id, listEndpoint, problem, statusMachine } from "../contract/index.ts";
import type { Db } from "../database/open.ts";
import { event, type Listener } from "../events.ts";
import type { JobKind, Recurring } from "../jobs/jobs.ts";
import { keptPages, pageByKeyset } from "../listing.ts";
import type { House } from "./house.ts";

interface NoteTables {
  testNotes: {
    id: string;
    title: string;
    status: string;
    rank: number;
    organizationId: string | null;
    orderId: string | null;
  };
}

/** The table of the smallest capability there is, made for the tests of the ground floor. */
export const notesTable = (db: Db) => db as unknown as Kysely<NoteTables>;

export const makeNotesTable = ({ platform }: House) =>
  platform.database.pool.query(`
    create table test_notes (
      id uuid primary key default uuidv7(),
      title text not null,
      status text not null default 'open',
      rank integer not null default 0,
      organization_id uuid,
      order_id uuid
    );
    create trigger test_notes_status before update on test_notes for each row execute function guard_status('note');
    grant select on test_notes to chargecars_portal;
    alter table test_notes enable row level security;
    create policy reach on test_notes for select to chargecars_portal
      using (organization_id = any(app_organizations()) or order_id = app_order());`);

const Note = z.object({ id: Id, title: z.string(), status: z.string(), rank: z.int() });

export const notes = {
  add: endpoint({
    name: "notes.add",
    summary: "Write a note",
    method: "POST",
    path: "/test-notes",
    doors: ["office"],
    body: z.object({
      title: filledText(20),
      rank: z.int().min(0).max(1000).default(0),
      refuse: z.boolean().default(false),
      organizationId: Id.optional(),
      orderId: Id.optional(),
    }),
    response: Note,
    status: 201,
  }),
  list: listEndpoint({
    name: "notes.list",
    summary: "Notes",
    path: "/test-notes",
    doors: ["office", "partner", "customer"],
    row: Note,
    filters: {},
    sorts: ["rank", "title"],
    defaultSort: "rank",
  }),
};

export const noteRefused = problem("notes/refused", 409, "This note is refused");
export const noteAdded = event(
  "notes/added",
  z.object({ id: Id, orderId: Id.nullable(), title: z.string() }),
);
export const noteStatus = statusMachine({
  statuses: { open: {}, done: {}, archived: { final: true } },
  start: "open",
  moves: { finish: { from: ["open"], to: "done" }, archive: { from: ["done"], to: "archived" } },
});

export const addNote: Action<typeof notes.add> = action(
  notes.add,
  async ({ tx, announce, note }, { title, rank, refuse, organizationId, orderId }) => {
    const row = await notesTable(tx)
      .insertInto("testNotes")
      .values({ title, rank, organizationId: organizationId ?? null, orderId: orderId ?? null } as never)
      .returning(["id", "title", "status", "rank"])
      .executeTakeFirstOrThrow();
    if (refuse) throw noteRefused();
    announce(noteAdded({ id: row.id, orderId: orderId ?? null, title }));
    note({ recordType: "note", recordId: row.id, changes: { rank: [null, rank] } });
    return row;
  },
  { refused: async (work, { type }) => work.note({ recordType: "note", reason: type }) },
);

const noteKeys = { columns: { rank: sql.ref("rank"), title: sql.ref("title") }, id: sql.ref("id") };
const noteRows = (db: Db) => notesTable(db).selectFrom("testNotes").select(["id", "title", "status", "rank"]);

export const listNotes: Query<typeof notes.list> = query(notes.list, async ({ db }, paging) =>
  pageByKeyset(noteRows(db), paging, noteKeys),
);

const keptNotes = keptPages(noteRows, noteKeys);

/** The same list, from statements that are kept. */
export const listKeptNotes: Query<typeof notes.list> = query(notes.list, async ({ db }, paging) =>
  keptNotes(db, paging, {}),
);

const foundNotes = keptPages(noteRows, noteKeys, () => true);

/** The same list, its ids found first. */
export const listFoundNotes: Query<typeof notes.list> = query(notes.list, async ({ db }, paging) =>
  foundNotes(db, paging, {}),
);

/** A capability of notes, with whatever listens and works in a test. */
export const notesCapability = (
  more: {
    listeners?: readonly Listener[];
    jobs?: readonly JobKind<never>[];
    recurring?: readonly Recurring[];
  } = {},
): Capability => ({
  name: "notes",
  routes: [addNote, listNotes],
  statuses: { note: noteStatus },
  ...more,
});

/** Somebody of the office. */
export const somebody: Person = {
  kind: "person",
  userId: "01990000-0000-7000-8000-0000000000aa",
  name: "Noor",
  role: "internal",
  scopes: [],
  organizationId: null,
  organizationIds: [],
  language: "nl",
};
