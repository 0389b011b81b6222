import { Problem } from "#platform/contract";
import { type Language, useLanguage } from "./language.ts";
import { lookUp, type Texts, type Words, words } from "./words.ts";

/** Sentences for the problems any call can have. A capability adds its own with `addProblems`. */
export const platformProblems = words({
  nl: {
    "platform/invalid-input": "Niet alles wat u invulde kan zo. Kijk bij de velden met een melding.",
    "platform/not-found": "Dit bestaat niet (meer), of u mag het niet zien.",
    "platform/forbidden": "U hebt hier geen recht toe. Vraag een beheerder als dat niet klopt.",
    "platform/not-signed-in": "U bent uitgelogd. Log opnieuw in; wat u typte is bewaard.",
    "platform/unforeseen":
      "Er ging iets mis bij ons. Er is niets verloren; probeer het opnieuw. Blijft het misgaan, noem dan dit nummer:",
    "platform/illegal-move": "Deze stap kan nu niet.",
    "platform/changed-meanwhile":
      "Iemand anders heeft dit intussen gewijzigd. Er is niets overschreven; kijk eerst wat er nu staat.",
    "platform/too-many-requests":
      "Dat waren veel verzoeken achter elkaar. Wacht een minuut en probeer het opnieuw.",
    "platform/file-too-large":
      "Dit bestand is groter dan {mostMegabytes} MB. Maak het kleiner of splits het.",
    "platform/file-type-not-allowed":
      "Dit is geen foto (JPG, PNG, WebP, HEIC) of PDF, wat de naam ook zegt. Bewaar het als PDF en probeer het opnieuw.",
    "platform/file-unreadable": "Deze foto is beschadigd of veel te groot. Maak of bewaar hem opnieuw.",
    "platform/no-file-given": "Er zat geen bestand bij. Kies het opnieuw.",
    "platform/too-large": "Dit is te groot om in één keer te versturen.",
    "platform/not-understood":
      "Dit verzoek kon niet worden gelezen. Laad de pagina opnieuw en probeer het nog eens.",
    "platform/no-such-address": "Hier is niets. De link is misschien oud of onvolledig.",
    "platform/method-not-allowed":
      "Dit kan op deze plek niet. Laad de pagina opnieuw; misschien is er een nieuwe versie.",
    "platform/already-there": "Dit bestaat al.",
    "platform/refused-by-rule": "Dit past niet bij de gegevens die er al zijn.",
    "web/no-connection": "Geen verbinding met de server. Er is niets verloren; probeer het zo opnieuw.",
    "web/no-answer": "De server antwoordt niet. Er is niets verloren; probeer het zo opnieuw.",
    "web/part-missing":
      "Een deel van deze pagina kon niet worden geladen. Er is niets verloren; probeer het opnieuw.",
    "web/unexpected": "Er ging iets mis bij ons. Er is niets verloren; probeer het opnieuw.",
  },
  en: {
    "platform/invalid-input": "Not everything you filled in can be used. Look at the fields with a message.",
    "platform/not-found": "This does not exist (any more), or you may not see it.",
    "platform/forbidden": "You have no right to do this. Ask an administrator if that is wrong.",
    "platform/not-signed-in": "You have been signed out. Sign in again; what you typed is kept.",
    "platform/unforeseen":
      "Something went wrong on our side. Nothing is lost; try again. If it keeps going wrong, mention this number:",
    "platform/illegal-move": "This step is not possible now.",
    "platform/changed-meanwhile":
      "Somebody else changed this meanwhile. Nothing was overwritten; look at what is there now first.",
    "platform/too-many-requests": "That was a lot of requests in a row. Wait a minute and try again.",
    "platform/file-too-large": "This file is larger than {mostMegabytes} MB. Make it smaller or split it.",
    "platform/file-type-not-allowed":
      "This is no photo (JPG, PNG, WebP, HEIC) or PDF, whatever its name says. Save it as PDF and try again.",
    "platform/file-unreadable": "This photo is damaged or far too large. Take or save it again.",
    "platform/no-file-given": "There was no file with it. Choose it again.",
    "platform/too-large": "This is too large to send at once.",
    "platform/not-understood": "This request could not be read. Load the page again and try once more.",
    "platform/no-such-address": "There is nothing here. The link may be old or incomplete.",
    "platform/method-not-allowed":
      "This cannot be done in this place. Load the page again; perhaps there is a new version.",
    "platform/already-there": "This exists already.",
    "platform/refused-by-rule": "This does not go with the data that is there.",
    "web/no-connection": "No connection to the server. Nothing is lost; try again in a moment.",
    "web/no-answer": "The server does not answer. Nothing is lost; try again in a moment.",
    "web/part-missing": "A part of this page could not be loaded. Nothing is lost; try again.",
    "web/unexpected": "Something went wrong on our side. Nothing is lost; try again.",
  },
});

const known: Words<Texts>[] = [platformProblems];

/** Adds the sentences of capabilities; called once by each app with the problems of what it shows. */
export const addProblems = (...more: Words<Texts>[]) => {
  known.push(...more);
};

/** What went wrong as a sentence for people; the server's own title when we have no sentence for it. */
export const sentenceOf = (error: unknown, language: Language): string => {
  const facts = error instanceof Problem ? error.facts : {};
  const type = error instanceof Problem ? error.type : "web/unexpected";
  const title = error instanceof Problem ? error.title : undefined;
  for (const texts of known) {
    const found = lookUp(texts, language, type, facts);
    if (found !== undefined) return found;
  }
  return title ?? lookUp(platformProblems, language, "web/unexpected") ?? "";
};

/** Turns problems into sentences in the language of the screen. */
export const useSentence = () => {
  const language = useLanguage();
  return (error: unknown) => sentenceOf(error, language);
};
