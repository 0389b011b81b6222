import { SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import { field, type Lmra } from "#field/contract";
import { newId } from "../../api/newId.ts";
import { Stepper } from "../../ui/Stepper.tsx";
import { useWords } from "../../words/words.ts";
import styles from "../Job.module.css";
import { useStep } from "../useStep.ts";
import { jobWords } from "../words.ts";
import type { StepProps } from "./StepProps.ts";

const points = [
  "electricalSafety",
  "equipmentPresent",
  "workspaceSafe",
  "customerInformed",
  "emergencyKnown",
  "cupboardSafe",
  "workplaceSafe",
  "canGoOn",
] as const;
type Point = (typeof points)[number];
type Given = Partial<Record<Point, boolean>>;

const YesNo = ({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean | undefined;
  onChange: (value: boolean) => void;
}) => {
  const t = useWords(jobWords);
  return (
    <div className={styles.question} role="group" aria-label={label}>
      <span>{label}</span>
      <span className={styles.choices}>
        <button
          type="button"
          className={styles.choice}
          aria-pressed={value === true}
          onClick={() => onChange(true)}
        >
          {t("yes")}
        </button>
        <button
          type="button"
          className={styles.choice}
          data-bad
          aria-pressed={value === false}
          onClick={() => onChange(false)}
        >
          {t("no")}
        </button>
      </span>
    </div>
  );
};

/** The last-minute risk analysis; one "no" calls the job off, and says so before it is sent. */
export const LmraStep = ({ job, frame }: StepProps) => {
  const t = useWords(jobWords);
  const [given, setGiven] = useState<Given>({});
  const [otherRisks, setOtherRisks] = useState("");
  const [riskLevel, setRiskLevel] = useState<Lmra["riskLevel"]>("low");
  const [lmraId] = useState(newId);
  const give = useStep(field.giveLmra);
  const open = points.filter((point) => given[point] === undefined).length;
  const isUnsafe = points.some((point) => given[point] === false);
  const submit = () =>
    give.run({
      ...(given as Record<Point, boolean>),
      workOrderId: job.id,
      lmraId,
      otherRisks,
      riskLevel,
      at: new Date().toISOString(),
    });
  const risks = ["low", "medium", "high"] as const;
  const lacksReason = isUnsafe && otherRisks.trim() === "";
  const warning = lacksReason ? t("lmraSayWhy") : t("lmraStopText");
  const note = open > 0 ? t("answerAll", { count: open }) : isUnsafe ? warning : undefined;
  return (
    <Stepper
      {...frame}
      note={note}
      primary={{
        label: isUnsafe ? t("lmraStop") : t("lmraSubmit"),
        onClick: submit,
        disabled: open > 0 || lacksReason,
        isRunning: give.isRunning,
      }}
    >
      <p className={styles.soft}>{t("lmraText")}</p>
      <div>
        {points.map((point) => (
          <YesNo
            key={point}
            label={t(`point.${point}`)}
            value={given[point]}
            onChange={(value) => setGiven({ ...given, [point]: value })}
          />
        ))}
      </div>
      <Textarea
        size="lg"
        label={isUnsafe ? t("whatIsUnsafe") : t("otherRisks")}
        autosize
        minRows={2}
        maxLength={2000}
        value={otherRisks}
        onChange={(event) => setOtherRisks(event.currentTarget.value)}
      />
      <div>
        <p className="cc-label">{t("riskLevel")}</p>
        <SegmentedControl
          fullWidth
          size="lg"
          aria-label={t("riskLevel")}
          value={riskLevel}
          onChange={(value) => setRiskLevel(value as Lmra["riskLevel"])}
          data={risks.map((value) => ({ value, label: t(`risk.${value}`) }))}
        />
      </div>
    </Stepper>
  );
};
