import type { BoardState } from "../store/state.ts";
import { afterAt, minuteAt } from "../timeline/dayLayout.ts";

/** Where something would land, and where to draw the line that shows it. */
export type Drop = { kind: "pool" } | { kind: "crew"; crewId: string; afterId: string | null; line: DOMRect };

const thin = 3;

const inTrack = (track: HTMLElement, x: number, state: BoardState, moved: ReadonlySet<string>): Drop => {
  const crewId = track.dataset.crew!;
  const [from = 0, until = 1440] = (track.closest<HTMLElement>("[data-scale]")?.dataset.scale ?? "")
    .split("-")
    .map(Number);
  const box = track.getBoundingClientRect();
  const minute = minuteAt({ from, until }, (x - box.left) / box.width);
  const visits = (state.days.get(crewId)?.visitIds ?? []).flatMap((id) => state.visits.get(id) ?? []);
  const afterId = afterAt(visits, minute, moved);
  const after = afterId ? track.querySelector<HTMLElement>(`[data-visit="${afterId}"]`) : null;
  const at = after ? after.getBoundingClientRect().right : box.left;
  return { kind: "crew", crewId, afterId, line: new DOMRect(at, box.top + 4, thin, box.height - 8) };
};

const inCell = (cell: HTMLElement, y: number, moved: ReadonlySet<string>): Drop => {
  const box = cell.getBoundingClientRect();
  const cards = [...cell.querySelectorAll<HTMLElement>("[data-visit]")].filter(
    ({ dataset }) => !moved.has(dataset.visit!),
  );
  const before = cards.filter((card) => {
    const { top, height } = card.getBoundingClientRect();
    return top + height / 2 < y;
  });
  const after = before.at(-1);
  const top =
    after?.getBoundingClientRect().bottom ?? cards[0]?.getBoundingClientRect().top ?? box.bottom - 6;
  return {
    kind: "crew",
    crewId: cell.dataset.crew!,
    afterId: after?.dataset.visit ?? null,
    line: new DOMRect(box.left + 4, top, box.width - 8, thin),
  };
};

/** A stop on the map: the visit comes after it, on its route. */
const atStop = (stop: SVGElement, state: BoardState, moved: ReadonlySet<string>): Drop | undefined => {
  const id = stop.dataset.mapVisit!;
  const at = state.visits.get(id)?.at;
  if (!at || moved.has(id)) return undefined;
  const { left, bottom, width } = stop.getBoundingClientRect();
  return { kind: "crew", crewId: at.crewId, afterId: id, line: new DOMRect(left, bottom + 2, width, thin) };
};

/** What lies under the pointer while visits are dragged. */
export const dropAt = (
  { x, y }: { x: number; y: number },
  state: BoardState,
  moved: ReadonlySet<string>,
): Drop | undefined => {
  const under = document.elementFromPoint(x, y);
  if (under?.closest("[data-pool]")) return { kind: "pool" };
  const stop = under?.closest<SVGElement>("[data-map-visit]");
  if (stop) return atStop(stop, state, moved);
  const place = under?.closest<HTMLElement>("[data-crew]");
  if (!place) return undefined;
  return place.closest("[data-view=day]") ? inTrack(place, x, state, moved) : inCell(place, y, moved);
};

/** The crew under the pointer while a person is dragged. */
export const crewAt = ({ x, y }: { x: number; y: number }): { crewId: string; box: DOMRect } | undefined => {
  const head = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-crew-head]");
  return head ? { crewId: head.dataset.crewHead!, box: head.getBoundingClientRect() } : undefined;
};
