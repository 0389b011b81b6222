import { Button, Textarea } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { field } from "#field/contract";
import { Stepper } from "../../ui/Stepper.tsx";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "../Job.module.css";
import { useStep } from "../useStep.ts";
import { jobWords } from "../words.ts";
import type { StepProps } from "./StepProps.ts";

const Solve = ({ job, frame, callOff }: StepProps) => {
  const t = useWords(jobWords);
  const [how, setHow] = useState("");
  const add = useStep(field.addMaterials);
  return (
    <Stepper
      {...frame}
      primary={{
        label: t("solvedSubmit"),
        disabled: !how.trim(),
        isRunning: add.isRunning,
        onClick: () => add.run({ workOrderId: job.id, how }),
      }}
    >
      <p className={styles.alert}>{job.missingMaterials}</p>
      <Textarea
        size="lg"
        label={t("solved")}
        autosize
        minRows={2}
        maxLength={500}
        value={how}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
      {callOff}
    </Stepper>
  );
};

const Check = ({ job, frame, callOff }: StepProps) => {
  const t = useWords(jobWords);
  const { number } = useFormats();
  const [checked, setChecked] = useState<string[]>([]);
  const [isMissing, setMissing] = useState(false);
  const [missing, setMissingText] = useState("");
  const check = useStep(field.checkMaterials);
  const left = job.materials.filter(({ lineId }) => !checked.includes(lineId)).length;
  const toggle = (lineId: string) =>
    setChecked(checked.includes(lineId) ? checked.filter((each) => each !== lineId) : [...checked, lineId]);
  const isReady = isMissing ? missing.trim() !== "" : left === 0;
  return (
    <Stepper
      {...frame}
      primary={{
        label: isMissing ? t("reportMissing") : t("allThere"),
        disabled: !isReady,
        isRunning: check.isRunning,
        onClick: () => check.run({ workOrderId: job.id, checked, missing: isMissing ? missing.trim() : "" }),
      }}
    >
      <p className={styles.soft}>{t("materialsText")}</p>
      <div>
        {job.materials.map(({ lineId, description, quantity }) => (
          <button
            key={lineId}
            type="button"
            className={styles.checkMain}
            aria-pressed={checked.includes(lineId)}
            onClick={() => toggle(lineId)}
          >
            <span className={styles.box}>
              {checked.includes(lineId) && <IconCheck size={22} aria-hidden="true" />}
            </span>
            {number(quantity)} × {description}
          </button>
        ))}
      </div>
      {isMissing ? (
        <Textarea
          size="lg"
          label={t("missing")}
          autosize
          minRows={2}
          maxLength={1000}
          value={missing}
          onChange={(event) => setMissingText(event.currentTarget.value)}
        />
      ) : (
        <Button size="lg" variant="default" onClick={() => setMissing(true)}>
          {t("missing")}
        </Button>
      )}
      {callOff}
    </Stepper>
  );
};

/** Everything in the van, or what is missing and how it was solved. */
export const MaterialsStep = (props: StepProps) =>
  props.job.status === "materials_missing" ? <Solve {...props} /> : <Check {...props} />;
