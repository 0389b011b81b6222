import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function for as long as the part stands, which does what the newest one does: parts that are given it are not drawn anew. */
export const useSteady = <Args extends unknown[]>(
  does: (...args: Args) => void,
): ((...args: Args) => void) => {
  const newest = useRef(does);
  useLayoutEffect(() => {
    newest.current = does;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
};
