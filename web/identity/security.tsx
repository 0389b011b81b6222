import { lazy, Suspense, useState } from "react";

const SecurityDialog = lazy(() =>
  import("./SecurityDialog.tsx").then((module) => ({ default: module.SecurityDialog })),
);

/** The dialog about the safety of one's own account, and how it is opened. */
export const useSecurity = () => {
  const [isOpen, setIsOpen] = useState(false);
  const dialog = isOpen && (
    <Suspense fallback={null}>
      <SecurityDialog onClose={() => setIsOpen(false)} />
    </Suspense>
  );
  return { open: () => setIsOpen(true), dialog };
};
