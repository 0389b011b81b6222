import { Button, Menu, Modal, Select, Textarea } from "@mantine/core";
import { IconFlag, IconPlayerPause } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { holdCategories, orders, Priority } from "#orders/contract";
import { useAction } from "../api/useAction.ts";
import { tellDone } from "../ui/tell.ts";
import { toast } from "../ui/toasts.ts";
import { useWords, words } from "../words/words.ts";
import styles from "./dialogs.module.css";
import { holdWords } from "./HoldDialog.tsx";
import { useOrderNames } from "./status.ts";

const bulkWords = words({
  nl: {
    priority: "Prioriteit",
    hold: "On hold",
    holdTitle: "{count, plural, one {# order} other {# orders}} on hold zetten",
    done: "{count, plural, one {# order} other {# orders}} bijgewerkt",
    partly:
      "{count, plural, one {# order kon} other {# orders konden}} niet mee; die status laat dit niet toe",
  },
  en: {
    priority: "Priority",
    hold: "On hold",
    holdTitle: "Put {count, plural, one {# order} other {# orders}} on hold",
    done: "{count, plural, one {# order} other {# orders}} brought up to date",
    partly:
      "{count, plural, one {# order was} other {# orders were}} left out; their status does not allow it",
  },
});

/** Runs one call for each of the chosen orders and tells how it went as a whole. */
const useEach = (onDone: () => void) => {
  const t = useWords(bulkWords);
  const [isRunning, setRunning] = useState(false);
  const run = async (ids: readonly string[], call: (orderId: string) => Promise<unknown>) => {
    setRunning(true);
    let failed = 0;
    for (const id of ids) await call(id).catch(() => (failed += 1));
    setRunning(false);
    if (failed < ids.length) tellDone(t("done", { count: ids.length - failed }));
    if (failed > 0) toast({ tone: "warning", message: t("partly", { count: failed }) });
    onDone();
  };
  return { run, isRunning };
};

/** What can be done with several orders at once. */
export const BulkActions = ({ ids, onDone }: { ids: string[]; onDone: () => void }) => {
  const t = useWords(bulkWords);
  const th = useWords(holdWords);
  const names = useOrderNames();
  const [isHolding, setHolding] = useState(false);
  const [category, setCategory] = useState<string>("resource_unavailable");
  const [details, setDetails] = useState("");
  const quiet = { onProblem: () => {} };
  const change = useAction(orders.changeOrder, quiet);
  const hold = useAction(orders.holdOrder, quiet);
  const { run, isRunning } = useEach(onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!details.trim()) return;
    const reason = { category: category as never, details: details.trim() };
    void run(ids, (orderId) => hold.runAsync({ orderId, ...reason })).then(() => setHolding(false));
  };
  return (
    <>
      <Menu position="top">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFlag size={14} stroke={1.8} />}
            loading={isRunning}
          >
            {t("priority")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {Priority.options.toReversed().map((priority) => (
            <Menu.Item
              key={priority}
              onClick={() => void run(ids, (orderId) => change.runAsync({ orderId, priority }))}
            >
              {names("priority", priority)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerPause size={14} stroke={1.8} />}
        onClick={() => setHolding(true)}
      >
        {t("hold")}
      </Button>
      {isHolding && (
        <Modal opened onClose={() => setHolding(false)} title={t("holdTitle", { count: ids.length })}>
          <form className={styles.form} onSubmit={submit} noValidate>
            <Select
              label={th("category")}
              allowDeselect={false}
              data={holdCategories.map((value) => ({ value, label: names("hold", value) }))}
              value={category}
              onChange={(value) => value && setCategory(value)}
            />
            <Textarea
              label={th("details")}
              description={th("detailsHint")}
              autosize
              minRows={3}
              value={details}
              onChange={(event) => setDetails(event.currentTarget.value)}
            />
            <Button type="submit" loading={isRunning} disabled={!details.trim()}>
              {th("submit")}
            </Button>
          </form>
        </Modal>
      )}
    </>
  );
};
