import type { DayRule } from "./rule.ts";

/** A crew can do together what each visit asks; a certificate counts only on days on which it is valid. */
export const skills: DayRule = ({ slot, stops }) =>
  stops.flatMap(({ task }) =>
    task.skills
      .filter((skill) => !slot.skills.includes(skill))
      .map((skill) => ({ rule: "skills" as const, visitId: task.id, crewId: slot.crewId, detail: skill })),
  );
