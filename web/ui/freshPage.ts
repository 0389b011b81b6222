import { Problem } from "#platform/contract";

const key = "fresh-page-at";
const pauseMilliseconds = 30_000;
const patienceMilliseconds = 5_000;

/** How browsers, and the loader that was built in, say that a part of the app could not be fetched. */
const partMissing = /dynamically imported module|importing a module script failed|unable to preload css/i;

/** Whether a part of the app could not be fetched; only a page that is loaded anew tries that again. */
export const isPartMissing = (error: unknown): boolean =>
  error instanceof Problem
    ? error.type === "web/part-missing"
    : error instanceof Error && partMissing.test(error.message);

/** Whether the server answers now. A page that stands is not given up for one that cannot be had. */
const serverAnswers = async (): Promise<boolean> => {
  const signal = AbortSignal.timeout(patienceMilliseconds);
  const response = await fetch("/icon.svg", { method: "HEAD", cache: "no-store", signal }).catch(() => null);
  return response?.ok ?? false;
};

/** Loads the page anew once the server answers; false when it does not, and then everything stays as it is. */
export const loadAnew = async (): Promise<boolean> => {
  if (!(await serverAnswers())) return false;
  location.reload();
  return true;
};

/** The same without being asked: once in a while, or a part that is really missing would load the page over and over. */
const loadAnewByItself = async (): Promise<boolean> => {
  if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < pauseMilliseconds) return false;
  if (!(await serverAnswers())) return false;
  sessionStorage.setItem(key, String(Date.now()));
  location.reload();
  return true;
};

let leaving: Promise<boolean> | undefined;
const leave = () =>
  (leaving ??= loadAnewByItself().finally(() => {
    leaving = undefined;
  }));

/**
 * A page that was open for long may ask for a part that is no longer there: it is loaded anew. What was typed is kept as
 * a draft. Without a connection the page stays.
 */
export const reloadWhenStale = () => addEventListener("vite:preloadError", () => void leave());

/** Fetches a part of the app. What cannot be fetched is a problem that can be told, not an error of the loader. */
export const fetchPart = async <Part>(load: () => Promise<Part>): Promise<Part> => {
  try {
    return await load();
  } catch (error) {
    if (!isPartMissing(error)) throw error;
    // The page goes away in a moment; until then what waits keeps its shape.
    if (await leave()) return new Promise<never>(() => {});
    throw new Problem("web/part-missing", 0, "A part of this page could not be loaded");
  }
};
