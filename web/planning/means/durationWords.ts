import { words } from "../../words/words.ts";

/** How long work takes, in the words of the office. */
export const durationWords = words({
  nl: {
    rule: "De planning rekent met de vaste regel: de minuten van de artikelen op de order.",
    learned:
      "De planning rekent met wat van gedane bezoeken is geleerd; dat zit dichter bij de werkelijkheid dan de vaste regel.",
    test: "De proef op de som",
    testText:
      "Elke nacht wordt van oudere bezoeken geleerd en op nieuwere nagerekend. Alleen wat duidelijk beter is dan de regel, wordt gebruikt.",
    judged: "Laatst geleerd",
    visits: "Gedane bezoeken",
    ruleError: "Regel: gemiddeld ernaast",
    modelError: "Geleerd: gemiddeld ernaast",
    minutes: "{minutes} min",
    inUse: "In gebruik",
    why: "Waarom",
    useRule: "De vaste regel",
    useLearned: "Wat is geleerd",
    whyFew:
      "Er zijn {visits} gedane bezoeken met begin- en eindtijd; vanaf {fewest} valt er iets na te rekenen.",
    whyBetter: "Het geleerde zit er {share} minder naast, ook op de nieuwste bezoeken.",
    whyWorse:
      "Het geleerde is niet duidelijk beter dan de regel: het moet er minstens 3% minder naast zitten.",
    none: "Nog niets te leren",
    noneText:
      "Zodra monteurs bezoeken beginnen en afronden, staat hier hoe lang werk echt duurt. Elke nacht wordt ervan geleerd.",
    byKind: "Gepland en echt, per soort werk",
    byKindText:
      "Gemiddelden van de laatste 1000 gedane bezoeken. ‘Volgens plan’ is hoogstens een kwart langer of korter.",
    kind: "Soort werk",
    count: "Bezoeken",
    planned: "Gepland",
    byRule: "Regel",
    byLearned: "Geleerd",
    actual: "Echt",
    asPlanned: "Volgens plan",
  },
  en: {
    rule: "Planning reckons with the fixed rule: the minutes of the articles on the order.",
    learned:
      "Planning reckons with what was learned from visits that were done; that is closer to what happens than the fixed rule.",
    test: "Put to the test",
    testText:
      "Every night older visits are learned from and newer ones are predicted. Only what is clearly better than the rule is used.",
    judged: "Last learned",
    visits: "Visits done",
    ruleError: "Rule: off by, on average",
    modelError: "Learned: off by, on average",
    minutes: "{minutes} min",
    inUse: "In use",
    why: "Why",
    useRule: "The fixed rule",
    useLearned: "What was learned",
    whyFew:
      "{visits} visits were done with a begin and an end; from {fewest} on there is something to judge.",
    whyBetter: "What was learned is off by {share} less, on the newest visits too.",
    whyWorse: "What was learned is not clearly better than the rule: it has to be off by at least 3% less.",
    none: "Nothing to learn from yet",
    noneText:
      "Once mechanics begin and finish visits, this shows how long work really takes. It is learned from every night.",
    byKind: "Planned and actual, by kind of work",
    byKindText:
      "Averages of the last 1000 visits that were done. ‘As planned’ is at most a quarter longer or shorter.",
    kind: "Kind of work",
    count: "Visits",
    planned: "Planned",
    byRule: "Rule",
    byLearned: "Learned",
    actual: "Actual",
    asPlanned: "As planned",
  },
});
