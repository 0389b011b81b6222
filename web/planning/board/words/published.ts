import { words } from "../../../words/words.ts";

/** What was published, and how it is taken back. */
export const publishedWords = words({
  nl: {
    title: "Gepubliceerd",
    text: "Terugdraaien maakt een plan waarin alles staat als ervoor. Het geldt pas, en klanten horen het pas, als dat plan gepubliceerd is.",
    changed:
      "{visits, plural, one {# bezoek anders} other {# bezoeken anders}}{crews, plural, =0 {} one {, # ploeg anders} other {, # ploegen anders}}",
    takeBack: "Terugdraaien",
    takeBackOf: "{name} terugdraaien",
    name: "Terug naar vóór {name}",
    back: "{back, plural, =0 {Geen bezoek} one {# bezoek} other {# bezoeken}}{crews, plural, =0 {} one { en # ploeg} other { en # ploegen}} terug in dit plan. Publiceer het om het te laten gelden.",
    isThereAlready:
      "Er is al een plan dat dit terugdraait: {name}. Dat staat nu op het bord. Publiceer het om het te laten gelden, of gooi het weg.",
    stay: "Al anders, onderweg of voorbij, en dus gebleven: {numbers}.",
    crewsStay:
      "{count, plural, one {De ploeg blijft zoals die is: sindsdien veranderd.} other {De ploegen blijven zoals ze zijn: een ervan is sindsdien veranderd.}}",
  },
  en: {
    title: "Published",
    text: "Taking back makes a plan in which everything stands as before. It counts, and customers hear of it, once that plan is published.",
    changed:
      "{visits, plural, one {# visit changed} other {# visits changed}}{crews, plural, =0 {} one {, # crew changed} other {, # crews changed}}",
    takeBack: "Take back",
    takeBackOf: "Take {name} back",
    name: "Back to before {name}",
    back: "{back, plural, =0 {No visit} one {# visit} other {# visits}}{crews, plural, =0 {} one { and # crew} other { and # crews}} back in this plan. Publish it to make it count.",
    isThereAlready:
      "There is a plan already that takes this back: {name}. It is on the board now. Publish it to make it count, or throw it away.",
    stay: "Changed since, under way or over, and so left: {numbers}.",
    crewsStay:
      "{count, plural, one {The crew stays as it is: changed since.} other {The crews stay as they are: one was changed since.}}",
  },
});
