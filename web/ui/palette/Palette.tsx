import { lazy, Suspense, useEffect, useLayoutEffect, useState } from "react";
import type { CommandProvider } from "./commands.ts";

const load = () => import("./CommandPalette.tsx").then((module) => ({ default: module.CommandPalette }));
const CommandPalette = lazy(load);

/** Long enough after the page stands that fetching the palette takes nothing from it. */
const quietAfterMs = 1_000;

const asked = new EventTarget();

/** Opens the palette from a button; ⌘K and Ctrl-K do the same. */
export const openPalette = () => void asked.dispatchEvent(new Event("open"));

const isShortcut = (event: KeyboardEvent) =>
  event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey;

/** The command palette, fetched once the page stands, so that the first key after ⌘K is not lost. */
export const Palette = ({ providers }: { providers: readonly CommandProvider[] }) => {
  const [isOpen, setOpen] = useState(false);

  // With the page itself, not after it: what can be seen can be used.
  useLayoutEffect(() => {
    const open = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      open();
    };
    asked.addEventListener("open", open);
    addEventListener("keydown", onKey);
    return () => {
      asked.removeEventListener("open", open);
      removeEventListener("keydown", onKey);
    };
  }, []);

  useEffect(() => {
    // A page without a connection fetches it again when it is asked for.
    const timer = setTimeout(() => void load().catch(() => undefined), quietAfterMs);
    return () => clearTimeout(timer);
  }, []);

  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <CommandPalette providers={providers} onClose={() => setOpen(false)} />
    </Suspense>
  );
};
