import { Modal } from "@mantine/core";
import type { MechanicView } from "#planning/contract";
import { useMay } from "../../identity/session.tsx";
import { useWords } from "../../words/words.ts";
import { Certificates } from "./Certificates.tsx";
import { MechanicForm } from "./MechanicForm.tsx";
import styles from "./means.module.css";
import { RosterForm } from "./RosterForm.tsx";
import { meansWords } from "./words.ts";

/** One mechanic: who, what may be done until when, and which hours are worked. */
export const MechanicPanel = ({ mechanic, onClose }: { mechanic: MechanicView; onClose: () => void }) => {
  const t = useWords(meansWords);
  const mayPlan = useMay()("operations.planning");
  return (
    <Modal opened onClose={onClose} title={`${mechanic.name} (${mechanic.code})`} size="lg">
      <MechanicForm mechanic={mechanic} mayPlan={mayPlan} />
      <h3 className={styles.subtitle}>{t("certificates")}</h3>
      <Certificates mechanic={mechanic} mayPlan={mayPlan} />
      <h3 className={styles.subtitle}>{t("roster")}</h3>
      <RosterForm mechanic={mechanic} mayPlan={mayPlan} />
    </Modal>
  );
};
