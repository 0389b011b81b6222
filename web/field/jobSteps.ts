import { checklistOf, isAnswered, type WorkOrderView } from "#field/contract";

export const stepIds = ["arrive", "lmra", "materials", "work", "photos", "measure", "handover"] as const;
export type StepId = (typeof stepIds)[number];

/** The step at which a job is, by the status the server has. */
export const stepOf = ({ status }: WorkOrderView): StepId => {
  if (status === "created") return "arrive";
  if (status === "arrived_on_site" || status.startsWith("lmra_in")) return "lmra";
  if (status === "lmra_approved" || status.startsWith("materials")) return "materials";
  return status === "work_in_progress" ? "work" : "handover";
};

/** Which steps are done: those before the present status, and of the work what its evidence says. */
export const doneSteps = (job: WorkOrderView, answers: WorkOrderView["answers"]): Set<StepId> => {
  const at = stepIds.indexOf(stepOf(job));
  const done = new Set<StepId>(stepIds.filter((_, index) => index < Math.min(at, 3)));
  const misses = (kind: string) => job.missing.some((each) => each.startsWith(`${kind}:`));
  const { questions } = checklistOf(job.jobKind);
  const isComplete = (step: "work" | "measure") =>
    questions.filter((each) => each.step === step).every((each) => isAnswered(each, answers[each.id]));
  if (at < 3) return done;
  if (isComplete("work") && !misses("serial")) done.add("work");
  if (!misses("photo")) done.add("photos");
  if (isComplete("measure")) done.add("measure");
  return done;
};
