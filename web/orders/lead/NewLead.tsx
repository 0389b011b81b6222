import { lazy, Suspense, useEffect, useState } from "react";
import { useMay } from "../../identity/session.tsx";
import { useKeys } from "../../ui/keys.ts";
import { useWords } from "../../words/words.ts";
import { orderWords } from "../words.ts";
import { onNewLead, openNewLead } from "./newLeadDialog.ts";

const Dialog = lazy(() =>
  import("./NewLeadDialog.tsx").then((module) => ({ default: module.NewLeadDialog })),
);

const WithKey = () => {
  const t = useWords(orderWords);
  useKeys(t("orders"), [{ key: "n", label: t("newLead"), run: openNewLead }]);
  return null;
};

/** The dialog for a new lead, on every page of the office; `n` opens it. */
export const NewLead = () => {
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => onNewLead(() => setOpen(true)), []);
  if (!may("sales.orders") && !may("operations.planning")) return null;
  return (
    <>
      <WithKey />
      {isOpen && (
        <Suspense fallback={null}>
          <Dialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
