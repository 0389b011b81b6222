import { words } from "../words/words.ts";

export const identityProblems = words({
  nl: {
    "platform/wrong-credentials": "E-mailadres, wachtwoord of code klopt niet.",
    "platform/too-many-tries": "Te veel pogingen achter elkaar. Wacht even, of vraag een inloglink aan.",
    "platform/address-not-allowed": "Deze sleutel mag vanaf dit adres niet gebruikt worden.",
    "platform/link-expired": "Deze link is verlopen. Vraag een nieuwe aan.",
    "platform/link-withdrawn": "Deze link is ingetrokken. Vraag een nieuwe aan.",
    "web/passkey-refused": "Deze passkey kan hier niet gebruikt worden. Log op een andere manier in.",
    "web/passkey-session-old": "Log opnieuw in; daarna kunt u een passkey toevoegen.",
    "platform/cross-site": "Dit kan niet vanaf een andere website worden verstuurd.",
    "platform/scope-not-for-role": "Deze rechten passen niet bij deze rol.",
    "platform/last-administrator": "Er moet minstens één actieve beheerder blijven.",
  },
  en: {
    "platform/wrong-credentials": "E-mail address, password or code is not right.",
    "platform/too-many-tries": "Too many attempts in a row. Wait a moment, or ask for a sign-in link.",
    "platform/address-not-allowed": "This key may not be used from this address.",
    "platform/link-expired": "This link has expired. Ask for a new one.",
    "platform/link-withdrawn": "This link was withdrawn. Ask for a new one.",
    "web/passkey-refused": "This passkey cannot be used here. Sign in another way.",
    "web/passkey-session-old": "Sign in again; after that you can add a passkey.",
    "platform/cross-site": "This may not be sent from another website.",
    "platform/scope-not-for-role": "These rights do not go with this role.",
    "platform/last-administrator": "At least one active administrator must stay.",
  },
});
