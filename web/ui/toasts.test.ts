import { expect, test } from "vitest";
import { standing, toast } from "./toasts.ts";

const messages = () => standing().map(({ message }) => message);

test("of messages that pass the last three stand, one that stays is not pushed out or taken for the same", () => {
  toast({ tone: "danger", message: "foto.jpg is niet verstuurd", stays: true });
  toast({ tone: "danger", message: "foto.jpg is niet verstuurd", stays: true });
  for (const message of ["een", "twee", "drie", "twee", "vier"]) toast({ tone: "success", message });
  expect(messages()).toEqual([
    "foto.jpg is niet verstuurd",
    "foto.jpg is niet verstuurd",
    "drie",
    "twee",
    "vier",
  ]);
});
