import { expect, test } from "vitest";
import { lookUp } from "../../../words/words.ts";
import { dialogWords } from "./dialogs.ts";

const none = { planned: 0, moved: 0, shifted: 0, freed: 0, crews: 0, told: 0 };
const done = (counts: Partial<typeof none>, language: "nl" | "en" = "nl") =>
  lookUp(dialogWords, language, "publish.done", { ...none, ...counts });

test("a publication tells what it changed, and nothing of what it did not", () => {
  expect(done({ shifted: 8 })).toBe("Gepubliceerd: 8 op een ander uur, niemand krijgt bericht");
  expect(done({ planned: 287, crews: 1, told: 287 })).toBe(
    "Gepubliceerd: 287 ingepland, 1 ploeg anders, 287 klanten krijgen bericht",
  );
  expect(done({ moved: 1, freed: 2, told: 1 }, "en")).toBe(
    "Published: 1 moved, 2 taken off, 1 customer is told",
  );
});
