const longest = 100;

/** Resolves once the browser has drawn what is on the screen now; a page that is not in sight draws nothing and does not wait. */
export const afterPicture = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, longest);
    requestAnimationFrame(() => setTimeout(resolve));
  });
