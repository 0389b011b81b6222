import { IconArrowLeft } from "@tabler/icons-react";
import { useMutationState } from "@tanstack/react-query";
import { useState } from "react";
import { field, type WorkOrderView } from "#field/contract";
import { useQuery } from "../api/queries.ts";
import { Go, useGo } from "../ui/Go.tsx";
import { NoRecord } from "../ui/NoRecord.tsx";
import { usePathParams } from "../ui/router.tsx";
import { SkeletonPage } from "../ui/states.tsx";
import { useWords } from "../words/words.ts";
import { CallOffButton } from "./CallOffButton.tsx";
import styles from "./Job.module.css";
import { JobEnd } from "./JobEnd.tsx";
import { doneSteps, type StepId, stepIds, stepOf } from "./jobSteps.ts";
import { ArriveStep } from "./steps/ArriveStep.tsx";
import { HandoverStep } from "./steps/HandoverStep.tsx";
import { LmraStep } from "./steps/LmraStep.tsx";
import { MaterialsStep } from "./steps/MaterialsStep.tsx";
import { MeasureStep } from "./steps/MeasureStep.tsx";
import { PhotosStep } from "./steps/PhotosStep.tsx";
import type { StepProps } from "./steps/StepProps.ts";
import { WorkStep } from "./steps/WorkStep.tsx";
import { worstOf } from "./syncState.ts";
import { useAnswers } from "./useAnswers.ts";
import { dayWords, jobWords } from "./words.ts";

const parts: Record<StepId, (props: StepProps) => React.ReactNode> = {
  arrive: ArriveStep,
  lmra: LmraStep,
  materials: MaterialsStep,
  work: WorkStep,
  photos: PhotosStep,
  measure: MeasureStep,
  handover: HandoverStep,
};

/** Steps between which one can go back and forth; the earlier ones are settled, and back leads to the list. */
const freeSteps = new Set<StepId>(["work", "photos", "measure", "handover"]);

const Job = ({ job }: { job: WorkOrderView }) => {
  const t = useWords(jobWords);
  const go = useGo();
  const answers = useAnswers(job);
  const [chosen, setChosen] = useState<StepId>();
  const present = stepOf(job);
  const isFree = freeSteps.has(present);
  const at = isFree && chosen && freeSteps.has(chosen) ? chosen : present;
  const done = doneSteps(job, answers.answers);
  const onGo = (id: string) => (isFree && freeSteps.has(id as StepId) ? setChosen(id as StepId) : go("/"));
  const Part = parts[at];
  const steps = useMutationState({
    filters: { status: "pending" },
    select: ({ state: { isPaused } }) => ({ isPaused }),
  });
  const sync = worstOf(answers.state, steps);
  const syncWords = { saved: t("saved"), sending: t("sending"), waiting: t("waiting") };
  return (
    <div className={styles.page}>
      <div className={styles.topLine}>
        <Go to="/" className={styles.backLink}>
          <IconArrowLeft size={20} aria-hidden="true" /> {t("back")}
        </Go>
        <span className={styles.sync} data-state={sync} role="status">
          {syncWords[sync]}
        </span>
      </div>
      <Part
        job={job}
        answers={answers}
        frame={{
          steps: stepIds.map((id) => ({ id, label: t(`step.${id}`), done: done.has(id) })),
          at,
          onGo,
        }}
        onGo={setChosen}
        callOff={<CallOffButton job={job} />}
      />
    </div>
  );
};

/** One job: a step on the screen at a time, kept as one goes. */
export const JobPage = () => {
  const { workOrderId } = usePathParams("workOrderId");
  const t = useWords(jobWords);
  const day = useWords(dayWords);
  const { data: job, error, refetch } = useQuery(field.workOrder, { workOrderId }, { live: ["field"] });
  if (error && !job)
    return <NoRecord error={error} retry={() => void refetch()} place={{ label: day("today"), to: "/" }} />;
  if (!job) return <SkeletonPage />;
  if (job.status === "completed" || job.status === "cancelled") return <JobEnd job={job} />;
  if (!job.canWork) return <p className={styles.alert}>{t("readOnly")}</p>;
  return <Job key={job.id} job={job} />;
};
