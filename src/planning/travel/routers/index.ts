import { googleRouter } from "./google.ts";
import { osrmRouter } from "./osrm.ts";
import type { Router } from "./router.ts";
import { valhallaRouter } from "./valhalla.ts";

export { type Leg, type Router, RouterFailed } from "./router.ts";

const malformed = () =>
  new Error(
    "TRAVEL_URL is not an address such as osrm+http://router:5000, valhalla+https://router.example.com or google+https://KEY@routes.googleapis.com.",
  );

/**
 * The router at an address: `osrm+http://host`, `valhalla+https://host/path`, `google+https://KEY@host`. With `?within=40`
 * only places that lie at most so many kilometres apart are asked, which for Google is 40 unless told.
 */
export const routerAt = (travelUrl: string): Router => {
  const [kind = "", ...rest] = travelUrl.split("+");
  if (!URL.canParse(rest.join("+"))) throw malformed();
  const url = new URL(rest.join("+"));
  const address = `${url.protocol}//${url.host}${url.pathname.replace(/\/$/, "")}`;
  const within = Number(url.searchParams.get("within") ?? (kind === "google" ? 40 : 400));
  if (!(within > 0) || !url.protocol.startsWith("http")) throw malformed();
  const options = { mostKm: within };
  if (kind === "osrm") return osrmRouter(address, options);
  if (kind === "valhalla") return valhallaRouter(address, options);
  if (kind === "google" && url.username)
    return googleRouter(address, decodeURIComponent(url.username), options);
  throw malformed();
};
