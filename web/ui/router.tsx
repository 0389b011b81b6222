import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  useParams,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords, words } from "../words/words.ts";
import { fetchPart } from "./freshPage.ts";
import { EmptyState, ErrorState, SkeletonPage } from "./states.tsx";

const pageWords = words({
  nl: {
    notFound: "Deze pagina bestaat niet",
    notFoundText:
      "Misschien is de link oud of niet helemaal gekopieerd. Ga terug, of open de link opnieuw vanuit de mail.",
  },
  en: {
    notFound: "This page does not exist",
    notFoundText:
      "The link may be old or not copied completely. Go back, or open the link from the mail again.",
  },
});

type PageComponent = () => ReactNode;

/** A page of an app: its address and where its component is; loaded when somebody goes there. */
export interface Page {
  path: string;
  load: () => Promise<Record<string, PageComponent>>;
  name: string;
}

/** Lists a page: `page("/orders/$orderId", () => import("../../pages/OrderPage.tsx"), "OrderPage")`. */
export const page = <N extends string, M extends Record<N, PageComponent>>(
  path: string,
  load: () => Promise<M>,
  name: N,
): Page => ({ path, load: load as unknown as Page["load"], name });

const NotFound = () => {
  const t = useWords(pageWords);
  return <EmptyState isPage title={t("notFound")} text={t("notFoundText")} />;
};

/** Search parameters stay plain text, so that an address reads the same as the API's. */
const parseSearch = (search: string) => Object.fromEntries(new URLSearchParams(search));
const stringifySearch = (search: Record<string, unknown>) => {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query ? `?${query.replaceAll("%2C", ",")}` : "";
};

/** The router of an app: a frame around its pages. */
export const makeRouter = (frame: PageComponent, pages: readonly Page[], basepath = "/") => {
  const root = createRootRoute({ component: frame, notFoundComponent: NotFound });
  const routes = pages.map(({ path, load, name }) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: lazyRouteComponent(() => fetchPart(load), name) as PageComponent,
    }),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath,
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPendingMs: 150,
    defaultPendingComponent: SkeletonPage,
    defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} retry={reset} />,
    scrollRestoration: true,
  });
};

/** The parameters in the address of a page: `const { orderId } = usePathParams("orderId")`. */
export const usePathParams = <N extends string>(..._names: N[]) =>
  useParams({ strict: false }) as Record<N, string>;
