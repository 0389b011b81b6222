import { RouterProvider } from "@tanstack/react-router";
import { makeQueryClient } from "../../api/queries.ts";
import { billingEvents } from "../../billing/billingEvents.ts";
import { billingProblems } from "../../billing/problems.ts";
import { crmEvents } from "../../crm/crmEvents.ts";
import { fieldEvents } from "../../field/fieldEvents.ts";
import { fieldProblems } from "../../field/problems.ts";
import { identityProblems } from "../../identity/problems.ts";
import { onSignedOut } from "../../identity/session.tsx";
import { orderEvents } from "../../orders/orderEvents.ts";
import { orderProblems } from "../../orders/problems.ts";
import { addEventWords } from "../../orders/timelineWords.ts";
import { planningEvents } from "../../planning/planningEvents.ts";
import { planningProblems } from "../../planning/problems.ts";
import { salesProblems } from "../../sales/problems.ts";
import { salesEvents } from "../../sales/salesEvents.ts";
import { startApp } from "../../ui/AppRoot.tsx";
import { makeRouter } from "../../ui/router.tsx";
import { addProblems } from "../../words/problems.ts";
import { OfficeFrame } from "./OfficeFrame.tsx";
import { pages } from "./routes.tsx";

/** The problems of every capability the office shows get their sentences here. */
addProblems(identityProblems, orderProblems, billingProblems, planningProblems, fieldProblems, salesProblems);

/** So do the events on the timeline of an order. */
addEventWords(orderEvents, crmEvents, billingEvents, planningEvents, fieldEvents, salesEvents);

startApp(makeQueryClient(onSignedOut), <RouterProvider router={makeRouter(OfficeFrame, pages)} />);
