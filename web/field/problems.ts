import { words } from "../words/words.ts";

export const fieldProblems = words({
  nl: {
    "field/not-complete": "Er moet nog iets voordat de klant kan tekenen.",
    "field/serial-known": "Dit serienummer is al eerder geplaatst. Kijk het nog eens na.",
    "field/not-done-yet": "De klus is nog niet klaar; daarna is er een werkbon.",
    "field/unknown-photo": "Deze foto is niet aangekomen. Probeer het opnieuw.",
    "field/not-on-order": "Dit artikel staat niet op de order.",
    "field/reason-needed": "Schrijf erbij waarom.",
  },
  en: {
    "field/not-complete": "Something must still be done before the customer can sign.",
    "field/serial-known": "This serial number was installed before. Please check it.",
    "field/not-done-yet": "The job is not done yet; afterwards there is a work order.",
    "field/unknown-photo": "This photo has not arrived. Try again.",
    "field/not-on-order": "This article is not on the order.",
    "field/reason-needed": "Say why.",
  },
});
