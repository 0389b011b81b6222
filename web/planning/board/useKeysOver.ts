import { type FocusEvent, useRef } from "react";

/** What a control is called: by its label, or by what stands on it. */
const nameOf = (control: Element) => control.getAttribute("aria-label") ?? control.textContent;

/**
 * Gives the keys to a board that comes in the place of another: to the control of its head that had them, such as the one for the
 * next week, else to the choice of plans, which says what came. The first board takes them from nobody.
 */
export const useKeysOver = () => {
  const page = useRef<HTMLDivElement>(null);
  const last = useRef<string>(undefined);
  return {
    page,
    onFocus: ({ target }: FocusEvent) => {
      last.current = nameOf(target);
    },
    give: () => {
      if (last.current === undefined || document.activeElement !== document.body) return;
      const head = page.current?.querySelector("header");
      const had = [...(head?.querySelectorAll("button") ?? [])].find(
        (control) => nameOf(control) === last.current && !control.disabled,
      );
      const control = had ?? head?.querySelector<HTMLElement>("input");
      control?.focus({ preventScroll: true });
    },
  };
};
