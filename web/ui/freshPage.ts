const key = "fresh-page-at";
const pauseMilliseconds = 30_000;

/**
 * A page that was open for long may ask for a part that is no longer there: it is loaded anew, once in a while. What was
 * typed is kept as a draft. Without a pause in between a part that is really missing would load it over and over.
 */
export const reloadWhenStale = () => {
  addEventListener("vite:preloadError", (event) => {
    if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < pauseMilliseconds) return;
    event.preventDefault();
    sessionStorage.setItem(key, String(Date.now()));
    location.reload();
  });
};
