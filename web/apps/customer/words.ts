import { words } from "../../words/words.ts";

export const customerWords = words({
  nl: {
    skip: "Naar de inhoud",
    language: "Taal",
    soldBy: "U koopt bij {name}",
    cocNumber: "KvK {number}",
    vatNumber: "Btw {number}",
    questions: "Vragen? Bel <call></call> of mail <mail></mail>.",
    linkTitle: "Deze link werkt niet",
    linkText:
      "De link is misschien oud, of niet helemaal gekopieerd. Open hem opnieuw vanuit uw mail, of antwoord op die mail; dan sturen wij een nieuwe.",
  },
  en: {
    skip: "Skip to content",
    language: "Language",
    soldBy: "You buy from {name}",
    cocNumber: "Chamber of Commerce {number}",
    vatNumber: "VAT {number}",
    questions: "Questions? Call <call></call> or mail <mail></mail>.",
    linkTitle: "This link does not work",
    linkText:
      "The link may be old, or not copied completely. Open it again from your mail, or answer that mail; then we send a new one.",
  },
});
