import { Button, Modal, Radio } from "@mantine/core";
import { useState } from "react";
import { planning, type WaitingRow } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { useMoment } from "./useMoment.ts";
import { waitingWords } from "./words.ts";

const mostShown = 12;

/** Chooses which free half day a customer is mailed about; the mail leaves the house, so it is asked here. */
export const InviteDialog = ({ row, onClose }: { row: WaitingRow; onClose: () => void }) => {
  const t = useWords(waitingWords);
  const { weekdayOf, momentOf } = useMoment();
  const { today } = useFormats();
  const query = useQuery(planning.offersForVisit, { visitId: row.visitId });
  const [chosen, setChosen] = useState<string>();
  const invite = useAction(planning.inviteEarlier, {
    onDone: ({ on, part }) => {
      tellDone(t("invited", { name: row.customerName, moment: momentOf(on, part) }));
      onClose();
    },
  });
  const earlier = (query.data?.offers ?? [])
    .filter(({ on }) => on > today() && (!row.on || on < row.on))
    .slice(0, mostShown);
  const fits = ({ on, part }: { on: string; part: string }) =>
    row.weekdays.includes(weekdayOf(on)) && row.parts.some((each) => each === part);
  const send = () => {
    const [on = "", part] = chosen?.split(" ") ?? [];
    if (part === "morning" || part === "afternoon") invite.run({ visitId: row.visitId, on, part });
  };
  return (
    <Modal opened onClose={onClose} title={t("inviteTitle", { name: row.customerName })}>
      <div className={styles.form}>
        {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <SkeletonLines lines={6} />}
        {query.data && earlier.length === 0 && <p>{t("nothingFree")}</p>}
        {earlier.length > 0 && (
          <>
            <p className={styles.soft}>{t("inviteText")}</p>
            <Radio.Group label={t("halfDay")} value={chosen ?? ""} onChange={setChosen}>
              {earlier.map(({ on, part }) => (
                <Radio
                  key={on + part}
                  mt={8}
                  value={`${on} ${part}`}
                  label={momentOf(on, part)}
                  description={fits({ on, part }) ? undefined : t("outsideWish")}
                />
              ))}
            </Radio.Group>
          </>
        )}
        <div className={styles.buttons}>
          <Button onClick={send} disabled={!chosen} loading={invite.isRunning}>
            {t("inviteSend")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
        </div>
      </div>
    </Modal>
  );
};
