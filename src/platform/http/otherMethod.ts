import type { FastifyInstance, RouteOptions } from "fastify";

/** A route's address as one pattern: `/orders/:orderId`, `/docs/*`. */
const patternOf = (url: string) =>
  new RegExp(
    `^${url
      .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
      .replace(/\/:\w+/g, "/[^/]+")
      .replace(/\*/g, ".*")}$`,
  );

/** Remembers what is added to the API; gives back which methods an address there knows, none when there is no such address. */
export const rememberMethods = (server: FastifyInstance): ((url: string) => string[]) => {
  const known = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  server.addHook("onRoute", ({ url, method }: RouteOptions) => {
    if (!url.startsWith("/api/")) return;
    const route = known.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    for (const each of [method].flat()) route.methods.add(each);
    known.set(url, route);
  });
  return (url) => {
    const path = url.split("?")[0] ?? "";
    const fits = [...known.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(fits.flatMap(({ methods }) => [...methods]))].toSorted();
  };
};
