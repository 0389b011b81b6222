import { Problem } from "#platform/contract";
import { tellProblem } from "./tell.ts";

/** Whether a colleague changed the same while one typed. */
export const isOvertaken = (error: unknown) =>
  error instanceof Problem && error.type === "platform/changed-meanwhile";

/** Tells a problem, except that one: the field itself then shows both texts. */
export const tellUnlessOvertaken = (error: unknown) => {
  if (!isOvertaken(error)) tellProblem(error);
};
