import { lazy, Suspense, useEffect, useState } from "react";
import { useMay } from "../../identity/session.tsx";
import { useKeys } from "../../ui/keys.ts";
import { typedAhead } from "../../ui/typedAhead.ts";
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

/** Open or not, and what is typed between the wish for it and its first field. */
const useDialog = () => {
  const [isOpen, setOpen] = useState(false);
  const [ahead] = useState(typedAhead);
  useEffect(() => {
    const stop = onNewLead(() => {
      ahead.begin();
      setOpen(true);
    });
    return () => {
      stop();
      ahead.take();
    };
  }, [ahead]);
  const close = () => {
    ahead.take();
    setOpen(false);
  };
  return { isOpen, close, takeTyped: ahead.take };
};

const OnDemand = () => {
  const { isOpen, close, takeTyped } = useDialog();
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <Dialog onClose={close} takeTyped={takeTyped} />
    </Suspense>
  );
};

/** The dialog for a new lead, on every page of the office; `n` opens it. */
export const NewLead = () => {
  const may = useMay();
  if (!may("sales.orders") && !may("operations.planning")) return null;
  return (
    <>
      <WithKey />
      <OnDemand />
    </>
  );
};
