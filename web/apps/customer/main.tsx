import { Outlet, RouterProvider } from "@tanstack/react-router";
import { setBearer, tokenInPath } from "../../api/bearer.ts";
import { startLive } from "../../api/live.ts";
import { makeQueryClient } from "../../api/queries.ts";
import { identityProblems } from "../../identity/problems.ts";
import { planningProblems } from "../../planning/problems.ts";
import { startApp } from "../../ui/AppRoot.tsx";
import { makeRouter } from "../../ui/router.tsx";
import { addProblems } from "../../words/problems.ts";
import { pages } from "./routes.tsx";

/** The problems of every capability the customer's pages show get their sentences here. */
addProblems(identityProblems, planningProblems);

/** Each page brings its own frame, because the brand comes with what it asks. */
const Pages = () => <Outlet />;

const token = tokenInPath(location.pathname);
setBearer(token);
const client = makeQueryClient(() => {});
if (token) startLive(client, token.slice(-16));

startApp(client, <RouterProvider router={makeRouter(Pages, pages, `/c/${token ?? ""}`)} />);
