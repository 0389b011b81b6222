import { Problem } from "#platform/contract";

const pause = 700;
const again = 4_000;

export type SaveState = "saved" | "saving" | "unsaved" | "refused";

export interface Autosave<A extends object> {
  /** Notes what is to be kept; it is sent a moment later. */
  keep(answers: A): void;
  /** Sends at once; answers whether everything is kept. */
  flush(): Promise<boolean>;
}

/** Whether trying again gives the same answer: the server heard it and said no. */
export const isRefusal = (error: unknown) =>
  error instanceof Problem && error.status >= 400 && error.status < 500 && ![408, 429].includes(error.status);

/**
 * Keeps answers a moment after they were given, one save at a time; what could not be sent is tried until it is, what was
 * refused waits for the next answer.
 */
export const makeAutosave = <A extends object>(
  save: (answers: A) => Promise<unknown>,
  onState: (state: SaveState) => void,
): Autosave<A> => {
  let waiting: Partial<A> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> = Promise.resolve(true);
  const isEmpty = () => Object.keys(waiting).length === 0;

  const send = async (): Promise<boolean> => {
    if (isEmpty()) return true;
    const answers = waiting;
    waiting = {};
    onState("saving");
    try {
      await save(answers as A);
      onState(isEmpty() ? "saved" : "saving");
      return true;
    } catch (error) {
      waiting = { ...answers, ...waiting };
      onState(isRefusal(error) ? "refused" : "unsaved");
      if (!isRefusal(error)) plan(again);
      return false;
    }
  };
  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    running = running.then(send);
    return running;
  };
  const plan = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), after);
  };
  return {
    flush,
    keep(answers) {
      waiting = { ...waiting, ...answers };
      onState("saving");
      plan(pause);
    },
  };
};
