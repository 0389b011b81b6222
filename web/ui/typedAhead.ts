import { isTyping } from "./keys.ts";

/**
 * What is typed while the field it is meant for is still on its way: from `begin` until `take` every letter is kept, so that none is lost
 * or taken for a key of the screen.
 */
export const typedAhead = () => {
  let typed = "";
  const keep = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key.length === 1) typed += event.key;
    else if (event.key === "Backspace") typed = typed.slice(0, -1);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  return {
    begin: () => addEventListener("keydown", keep, { capture: true }),
    /** What was typed; from here on the field is there itself. */
    take: () => {
      removeEventListener("keydown", keep, { capture: true });
      const taken = typed;
      typed = "";
      return taken;
    },
  };
};
