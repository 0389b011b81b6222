import { Button, TextInput } from "@mantine/core";
import { IconMail, IconSearch, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { planning, type WaitingRow } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { useMay } from "../../identity/session.tsx";
import { Go } from "../../ui/Go.tsx";
import { meant } from "../../ui/meant.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { PlanningTabs } from "../PlanningTabs.tsx";
import { useDuration, useVisitNames } from "../visitNames.ts";
import { useWeekdayName } from "../weekdayNames.ts";
import { InviteDialog } from "./InviteDialog.tsx";
import { useMoment } from "./useMoment.ts";
import { waitingWords } from "./words.ts";

const found = (rows: readonly WaitingRow[], typed: string) =>
  meant(rows, typed, ({ customerName, orderNumber, place }) => [customerName, orderNumber, place]);

const Offered = ({ row, mayPlan }: { row: WaitingRow; mayPlan: boolean }) => {
  const t = useWords(waitingWords);
  const { momentOf } = useMoment();
  const { time } = useFormats();
  const withdraw = useAction(planning.withdrawEarlier, { onDone: () => tellDone(t("withdrawn")) });
  return row.open.map(({ id, on, part, expiresAt }) => (
    <div key={id}>
      {t("until", { moment: momentOf(on, part), time: time(expiresAt) })}{" "}
      {mayPlan && (
        <button
          type="button"
          className={styles.plain}
          onClick={() => withdraw.run({ visitId: row.visitId, offerId: id })}
        >
          {t("withdraw")}
        </button>
      )}
    </div>
  ));
};

interface RowProps {
  row: WaitingRow;
  mayPlan: boolean;
  onInvite: () => void;
}

const Row = ({ row, mayPlan, onInvite }: RowProps) => {
  const t = useWords(waitingWords);
  const { momentOf } = useMoment();
  const { day } = useFormats();
  const duration = useDuration();
  const weekday = useWeekdayName("short");
  const names = useVisitNames();
  const putBack = useAction(planning.putOnWaitingList);
  const remove = useAction(planning.takeOffWaitingList, {
    onDone: ({ wish }) =>
      tellDone(t("removed", { name: row.customerName }), () => putBack.run({ visitId: row.visitId, wish })),
  });
  return (
    <tr>
      <td>
        <Go to={`/orders/${row.orderId}?at=visits`}>{row.customerName}</Go>
        <div className={styles.soft}>{[row.orderNumber, row.place].filter(Boolean).join(" · ")}</div>
      </td>
      <td className={styles.hideNarrow}>{duration(row.minutes)}</td>
      <td className={styles.hideNarrow}>
        {row.weekdays.map(weekday).join(", ")}
        <div className={styles.soft}>{row.parts.map((part) => names("part", part)).join(", ")}</div>
      </td>
      <td className={styles.hideNarrow}>{day(row.askedAt)}</td>
      <td>{row.on ? momentOf(row.on, row.part ?? "") : t("noTime")}</td>
      <td>
        <Offered row={row} mayPlan={mayPlan} />
        {mayPlan && (
          <div className={styles.buttons}>
            <Button size="xs" variant="default" leftSection={<IconMail size={14} />} onClick={onInvite}>
              {t("invite")}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconX size={14} />}
              loading={remove.isRunning}
              onClick={() => remove.run({ visitId: row.visitId })}
            >
              {t("remove")}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
};

/** Who waits for an earlier half day, longest first: invite, take an offer back, or take off the list. */
export const WaitingPage = () => {
  const t = useWords(waitingWords);
  const filters = useFilters();
  const mayPlan = useMay()("operations.planning");
  const [invited, setInvited] = useState<WaitingRow>();
  const query = useQuery(planning.waitingList, {});
  const typed = filters.values.search ?? "";
  const rows = found(query.data?.rows ?? [], typed);
  const heads = ["customer", "work", "welcome", "since", "stands", "offered"] as const;
  const narrow = new Set<string>(["work", "welcome", "since"]);
  return (
    <>
      <PageHeader title={t("title")} parent={{ label: t("planning"), to: "/planning" }}>
        <PlanningTabs current="waiting" />
      </PageHeader>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t("title")}>
        <div className={styles.tools}>
          <TextInput
            aria-label={t("search")}
            placeholder={t("search")}
            leftSection={<IconSearch size={14} />}
            value={typed}
            onChange={(event) => filters.set({ search: event.currentTarget.value })}
          />
        </div>
        {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <SkeletonLines lines={10} />}
        {query.data?.rows.length === 0 && <EmptyState title={t("none")} text={t("noneText")} />}
        {query.data && query.data.rows.length > 0 && rows.length === 0 && (
          <EmptyState title={t("nothingFound")} text={t("nothingFoundText")} />
        )}
        {rows.length > 0 && (
          <table className={styles.table}>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col" className={narrow.has(head) ? styles.hideNarrow : undefined}>
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.visitId} row={row} mayPlan={mayPlan} onInvite={() => setInvited(row)} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {invited && <InviteDialog row={invited} onClose={() => setInvited(undefined)} />}
    </>
  );
};
