import { RouterProvider } from "@tanstack/react-router";
import { makeQueryClient } from "../../api/queries.ts";
import { fieldProblems } from "../../field/problems.ts";
import { identityProblems } from "../../identity/problems.ts";
import { onSignedOut } from "../../identity/session.tsx";
import { planningProblems } from "../../planning/problems.ts";
import { startApp } from "../../ui/AppRoot.tsx";
import { makeRouter } from "../../ui/router.tsx";
import { addProblems } from "../../words/problems.ts";
import { FieldFrame } from "./FieldFrame.tsx";
import { pages } from "./routes.tsx";

/** The problems of every capability the field app shows get their sentences here. */
addProblems(identityProblems, fieldProblems, planningProblems);

startApp(makeQueryClient(onSignedOut), <RouterProvider router={makeRouter(FieldFrame, pages, "/field")} />);
