import { useState } from "react";
import { type CrewBreach, type CrewFacts, planning } from "#planning/contract";
import type { Problem } from "#platform/contract";
import { useAction } from "../../api/useAction.ts";
import { tellDone, tellProblem } from "../../ui/tell.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { crewChanges } from "./crewChanges.ts";
import { crewWords } from "./crewWords.ts";

export interface Asked {
  breaches: CrewBreach[];
  go: () => void;
}

interface Move {
  mechanicId: string;
  on: string;
  crewId: string | null;
}

/** Changes to crews: done at once with a way back, or asked about when something is not right. */
export const useCrewMoves = (names: { person: (id: string) => string; crew: (id: string) => string }) => {
  const t = useWords(crewWords);
  const { day } = useFormats();
  const [asked, setAsked] = useState<Asked>();
  const ask = (again: () => void) => (problem: Problem) => {
    const breaches = problem.facts.breaches as CrewBreach[] | undefined;
    if (breaches) setAsked({ breaches, go: again });
    else tellProblem(problem);
  };
  const assign = useAction(planning.assignMechanic, {
    onProblem: (problem, input) => ask(() => assign.run({ ...input, despite: true }))(problem),
    onDone: ({ formerCrewId }, { mechanicId, on, crewId }) => {
      if (formerCrewId === crewId) return;
      const facts = { name: names.person(mechanicId), day: day(on) };
      const text = crewId ? t("done", { ...facts, crew: names.crew(crewId) }) : t("takenOff", facts);
      tellDone(text, () => assign.run({ mechanicId, on, crewId: formerCrewId, despite: true }));
    },
  });
  const make = useAction(planning.makeCrew, {
    onProblem: (problem, input) => ask(() => make.run({ ...input, despite: true }))(problem),
    onDone: ({ id, name }) => tellDone(t("crewMade", { crew: name }), () => remove.run({ crewIds: [id] })),
  });
  const change = useAction(planning.changeCrew, {
    onProblem: (problem, input) => ask(() => change.run({ ...input, despite: true }))(problem),
    onDone: ({ crew, before }) => {
      const { id: crewId, on: _on, ...facts } = before;
      const back = crewChanges(crew, facts);
      tellDone(
        t("changed", { crew: crew.name }),
        back ? () => change.run({ crewId, ...back, despite: true }) : undefined,
      );
    },
  });
  const putBack = (crews: readonly CrewFacts[]) => {
    for (const crew of crews) make.run({ ...crew, despite: true });
  };
  const remove = useAction(planning.removeCrews, {
    onDone: ({ removed }) =>
      tellDone(t("removed", { crew: removed.map(({ name }) => name).join(", ") }), () => putBack(removed)),
  });
  return {
    asked,
    forget: () => setAsked(undefined),
    assign: (move: Move) => assign.run(move),
    make: make.run,
    change: change.run,
    remove: (crewIds: string[]) => remove.run({ crewIds }),
    isRunning: assign.isRunning || make.isRunning || change.isRunning,
  };
};

export type CrewMoves = ReturnType<typeof useCrewMoves>;
