import { PostgresDialect, PostgresQueryCompiler } from "kysely";

/** Keeps what was worked out: the same few hundred names come all day. */
const remembered = (work: (name: string) => string) => {
  const known = new Map<string, string>();
  return (name: string): string => {
    const given = known.get(name);
    if (given !== undefined) return given;
    const made = work(name);
    known.set(name, made);
    return made;
  };
};

/** A name as the database spells it: `runAt` is `run_at`. */
const inDatabase = remembered((name) => name.replace(/(?<=.)(?<![A-Z])[A-Z]/g, "_$&").toLowerCase());

/** A name as code spells it: `run_at` is `runAt`. What is inside a JSON value stays as it was stored. */
export const inCode = remembered((name) =>
  name.replace(/(?<=.)_+(.)/g, (_, letter: string) => letter.toUpperCase()),
);

export class NamingCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(inDatabase(identifier));
  }
}

/**
 * Names in statements are spelled the database's way while they are written out. A plugin that renames (Kysely's own) copies each
 * statement first, which costs as much as writing it out.
 */
export class NamingDialect extends PostgresDialect {
  override createQueryCompiler() {
    return new NamingCompiler();
  }
}
