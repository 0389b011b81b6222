import { lazy, Suspense, useEffect, useState } from "react";
import type { CommandProvider } from "./commands.ts";

const CommandPalette = lazy(() =>
  import("./CommandPalette.tsx").then((module) => ({ default: module.CommandPalette })),
);

const asked = new EventTarget();

/** Opens the palette from a button; ⌘K and Ctrl-K do the same. */
export const openPalette = () => void asked.dispatchEvent(new Event("open"));

const isShortcut = (event: KeyboardEvent) =>
  event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey;

/** The command palette, loaded the first time somebody asks for it. */
export const Palette = ({ providers }: { providers: readonly CommandProvider[] }) => {
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
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

  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <CommandPalette providers={providers} onClose={() => setOpen(false)} />
    </Suspense>
  );
};
