import { RouterProvider } from "@tanstack/react-router";
import { setBearer, tokenInPath } from "../../api/bearer.ts";
import { startLive } from "../../api/live.ts";
import { makeQueryClient } from "../../api/queries.ts";
import { billingProblems } from "../../billing/problems.ts";
import { identityProblems } from "../../identity/problems.ts";
import { MyOrderFrame } from "../../pages/MyOrderFrame.tsx";
import { planningProblems } from "../../planning/problems.ts";
import { salesProblems } from "../../sales/problems.ts";
import { startApp } from "../../ui/AppRoot.tsx";
import { makeRouter } from "../../ui/router.tsx";
import { addProblems } from "../../words/problems.ts";
import { LinkPage } from "./LinkPage.tsx";
import { pages } from "./routes.tsx";

/** The problems of every capability the customer's pages show get their sentences here. */
addProblems(identityProblems, planningProblems, salesProblems, billingProblems);

const token = tokenInPath(location.pathname);
setBearer(token);
const client = makeQueryClient(() => {});
if (token) startLive(client, token.slice(-16));

startApp(
  client,
  <RouterProvider router={makeRouter(token ? MyOrderFrame : LinkPage, pages, `/c/${token ?? ""}`)} />,
);
