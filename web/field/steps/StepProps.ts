import type { ReactNode } from "react";
import type { WorkOrderView } from "#field/contract";
import type { StepperProps } from "../../ui/Stepper.tsx";
import type { StepId } from "../jobSteps.ts";
import type { useAnswers } from "../useAnswers.ts";

/** What every step of a job is given. */
export interface StepProps {
  job: WorkOrderView;
  answers: ReturnType<typeof useAnswers>;
  frame: Pick<StepperProps, "steps" | "at" | "onGo">;
  onGo: (step: StepId) => void;
  /** The way out when the job cannot go on. */
  callOff: ReactNode;
}
