import { words } from "../words/words.ts";

export const planningProblems = words({
  nl: {
    "planning/slot-taken": "Dit dagdeel is net door iemand anders gekozen. Kies een ander moment.",
    "planning/order-not-plannable": "Deze order wordt nu niet gepland.",
    "planning/too-late-to-change": "De afspraak is te dichtbij om hier te wijzigen. Bel ons even.",
    "planning/plan-has-breaches": "Dit plan klopt niet helemaal. Kijk wat eraan schort.",
    "planning/crew-taken": "Deze ploeg is op dat moment al ergens anders.",
    "planning/reason-needed": "Schrijf erbij waarom.",
  },
  en: {
    "planning/slot-taken": "Somebody else has just chosen this half day. Choose another time.",
    "planning/order-not-plannable": "This order is not being planned now.",
    "planning/too-late-to-change": "The appointment is too close to change here. Please call us.",
    "planning/plan-has-breaches": "This plan is not quite right. See what is the matter.",
    "planning/crew-taken": "This crew is somewhere else at that time.",
    "planning/reason-needed": "Say why.",
  },
});
