import { RouterProvider } from "@tanstack/react-router";
import { makeQueryClient } from "../../api/queries.ts";
import { billingProblems } from "../../billing/problems.ts";
import { identityProblems } from "../../identity/problems.ts";
import { onSignedOut } from "../../identity/session.tsx";
import { salesProblems } from "../../sales/problems.ts";
import { startApp } from "../../ui/AppRoot.tsx";
import { makeRouter } from "../../ui/router.tsx";
import { addProblems } from "../../words/problems.ts";
import { PartnerFrame } from "./PartnerFrame.tsx";
import { pages } from "./routes.tsx";

/** The problems of every capability the portal shows get their sentences here. */
addProblems(identityProblems, salesProblems, billingProblems);

startApp(
  makeQueryClient(onSignedOut),
  <RouterProvider router={makeRouter(PartnerFrame, pages, "/partner")} />,
);
