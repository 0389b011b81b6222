import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { checklistOf, field } from "#field/contract";
import { type Signature, SignaturePad } from "../../ui/SignaturePad.tsx";
import { Stepper } from "../../ui/Stepper.tsx";
import { useWords } from "../../words/words.ts";
import { useQuestionName } from "../CheckRow.tsx";
import styles from "../Job.module.css";
import { useStep } from "../useStep.ts";
import { jobWords } from "../words.ts";
import type { StepProps } from "./StepProps.ts";

const imageOf = (signature: Signature) =>
  signature.kind === "drawn" ? { signature: signature.image.split(",")[1] ?? "" } : {};

/** The customer reads what was done and signs. */
export const HandoverStep = ({ job, answers, frame }: StepProps) => {
  const t = useWords(jobWords);
  const question = useQuestionName();
  const [signature, setSignature] = useState<Signature>();
  const [name, setName] = useState(job.contactName);
  const [remarks, setRemarks] = useState("");
  const handOver = useStep(field.handOver);
  const done = checklistOf(job.jobKind).questions.filter(({ id }) => answers.answers[id] === true);
  const signedName = signature?.kind === "typed" ? signature.name : name.trim();
  const submit = () =>
    signature &&
    handOver.run({
      workOrderId: job.id,
      signedName,
      ...imageOf(signature),
      ...(remarks ? { remarks } : {}),
      at: new Date().toISOString(),
    });
  return (
    <Stepper
      {...frame}
      primary={{
        label: t("handOver"),
        disabled: !signature || signedName === "",
        isRunning: handOver.isRunning,
        onClick: submit,
      }}
    >
      <p className={styles.soft}>{t("handoverText")}</p>
      <ul className={styles.missing}>
        {job.assets.map((asset) => (
          <li key={asset.id}>
            {asset.name} ({asset.serial})
          </li>
        ))}
        {done.map(({ id }) => (
          <li key={id}>{question(id)}</li>
        ))}
      </ul>
      <SignaturePad onChange={setSignature} name={job.contactName} />
      {signature?.kind !== "typed" && (
        <TextInput
          size="lg"
          label={t("signedBy")}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <Textarea
        size="lg"
        label={t("remarks")}
        autosize
        minRows={2}
        maxLength={2000}
        value={remarks}
        onChange={(event) => setRemarks(event.currentTarget.value)}
      />
    </Stepper>
  );
};
