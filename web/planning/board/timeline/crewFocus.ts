import type { Direction } from "./focusOrder.ts";

const buttonsOf = (head: Element | null | undefined) => [
  ...(head?.querySelectorAll<HTMLElement>("button[data-of]") ?? []),
];

/** The people and van of a crew, or of the first crew in sight when there is none. */
export const crewButton = (crewId: string | undefined): HTMLElement | undefined => {
  const head = crewId && document.querySelector(`[data-crew-head="${crewId}"]`);
  return buttonsOf(head || document.querySelector("[data-view] [data-crew-head]"))[0];
};

const headsIn = (row: Element) => [...row.children].filter((cell) => cell.matches("[data-crew-head]"));

/** Heads of crews above each other: those of the same day in the week, all of them on a day. */
const columnOf = (head: Element): Element[] => {
  const row = head.closest("[role=rowgroup] > [role=row]");
  if (!row) return [...document.querySelectorAll("[data-view=day] [data-crew-head]")];
  const column = [...row.children].indexOf(head);
  return [...row.parentElement!.children].flatMap((each) => {
    const cell = each.children[column];
    return cell?.matches("[data-crew-head]") ? [cell] : [];
  });
};

/** The person or van an arrow key leads to: along the crew and on to its next day, or to the crew above or below. */
export const nextCrewButton = (from: Element, to: Direction): HTMLElement | undefined => {
  const head = from.closest("[data-crew-head]");
  if (!head) return undefined;
  const own = buttonsOf(head);
  const at = own.indexOf(from as HTMLElement);
  const step = to === "left" || to === "up" ? -1 : 1;
  if (to === "up" || to === "down") {
    const column = columnOf(head);
    const buttons = buttonsOf(column[column.indexOf(head) + step]);
    return buttons[Math.min(at, buttons.length - 1)];
  }
  if (own[at + step]) return own[at + step];
  const row = headsIn(head.parentElement!);
  return buttonsOf(row[row.indexOf(head) + step]).at(step === 1 ? 0 : -1);
};

/** Gives the keys back to whom a menu was about, wherever they go by then. */
export const focusAgain = (target: HTMLElement): void => {
  const { person, van, on } = target.dataset;
  const name = person ? `data-person="${person}"` : `data-van="${van}"`;
  requestAnimationFrame(() => {
    const { activeElement } = document;
    // Whoever clicked on something else meanwhile is there.
    if (activeElement !== document.body && !activeElement?.closest("[role=menu]")) return;
    const button = document.querySelector<HTMLElement>(`button[${name}][data-on="${on}"]`);
    (button ?? target).focus();
  });
};
