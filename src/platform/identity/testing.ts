import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { automation, createServer } from "#platform";
import { type House, openHouse } from "#platform/testing";
import type { Person } from "../actor.ts";
import { addUser } from "./actions/addUser.ts";
import { identity } from "./capability.ts";
import { createIdentify } from "./identify.ts";
import { addIdentityRoutes } from "./routes.ts";
import type { MagicLink } from "./signIn/links.ts";
import { setPassword } from "./signIn/passwords.ts";

export const password = "a long enough sentence";
export const asHouse = automation("test");

export const asAdmin = (userId: string): Person => ({
  kind: "person",
  userId,
  name: "Ada",
  role: "admin",
  scopes: [],
  organizationId: null,
  organizationIds: [],
  language: "nl",
});

/** The session cookie of an answer, the way a browser sends it back. */
export const cookieOf = (answer: LightMyRequestResponse) => {
  const [cookie] = answer.cookies.filter(({ name }) => name === "chargecars.session");
  return cookie ? `${cookie.name}=${encodeURIComponent(cookie.value)}` : "";
};

/** A house with its front door, and the links it would mail. */
export interface FrontDoor {
  house: House;
  server: FastifyInstance;
  links: MagicLink[];
  posts(
    path: string,
    payload?: object,
    headers?: Record<string, string>,
    from?: string,
  ): Promise<LightMyRequestResponse>;
  me(cookie: string): Promise<LightMyRequestResponse>;
  aUser(more?: {
    role?: Person["role"];
    scopes?: string[];
    organizationId?: string | null;
  }): Promise<{ id: string; email: string }>;
  close(): Promise<void>;
}

/** Opens a house with its front door, for the tests of signing in. */
export const openFrontDoor = async (): Promise<FrontDoor> => {
  const links: MagicLink[] = [];
  const sendMagicLink = async (_work: unknown, link: MagicLink) => void links.push(link);
  const house = await openHouse([identity], { services: { sendMagicLink } });
  const { platform } = house;
  const identify = createIdentify({ platform, reach: async (id) => [id] });
  const server = await createServer(platform, { identify, logLevel: "silent" });
  const frameOf = async () => ({ organizationName: "Zonneweide", businessEntities: [] });
  await addIdentityRoutes(server, { platform, frameOf });
  let count = 0;
  return {
    house,
    server,
    links,
    posts: (path, payload = {}, headers = {}, remoteAddress = "192.0.2.1") =>
      server.inject({ method: "POST", url: `/api/v1${path}`, payload, headers, remoteAddress }),
    me: (cookie) => server.inject({ url: "/api/v1/identity/me", headers: { cookie } }),
    async aUser(more = {}) {
      count += 1;
      const email = `person${count}@example.com`;
      const given = { email, name: `Person ${count}`, role: "internal" as const, ...more };
      const { id } = await house.does(asHouse, addUser, given);
      await house.works(asHouse, (work) => setPassword(work, id, password));
      return { id, email };
    },
    async close() {
      await server.close();
      await house.close();
    },
  };
};
