import type { FastifyRequest } from "fastify";
import type { Person } from "../actor.ts";
import { notSignedIn } from "../contract/index.ts";
import { inTransaction } from "../perform.ts";
import type { Platform } from "../platform.ts";
import type { Work } from "../work.ts";

export const personIn = ({ actor }: FastifyRequest): Person => {
  if (actor.kind !== "person") throw notSignedIn();
  return actor;
};

/** Does something with one's own account, with a line in the audit log. */
export const asSelfOn =
  (platform: Platform) =>
  <T>(name: string, request: FastifyRequest, handle: (work: Work, person: Person) => Promise<T>) => {
    const person = personIn(request);
    const as = {
      action: name,
      actor: person,
      request: { id: request.id, address: request.ip, userAgent: null, headers: {} },
    };
    return inTransaction(platform, as, async (work) => {
      work.note({ recordType: "user", recordId: person.userId });
      return handle(work, person);
    });
  };
