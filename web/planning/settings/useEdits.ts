import { useState } from "react";

type Values = Readonly<Record<string, number | null>>;

/** What is being edited of some settings; what somebody else changes meanwhile shows in all other fields by itself. */
export const useEdits = <Tuned extends Values>(tuned: Tuned) => {
  type Name = keyof Tuned & string;
  const [edits, setEdits] = useState<Partial<Record<Name, { value: number | null; from: number | null }>>>(
    {},
  );
  const names = Object.keys(edits) as Name[];
  const pick = (of: (name: Name) => number | null) =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as Partial<Tuned>;
  return {
    valueOf: (name: Name): number | null => (edits[name] ? edits[name].value : tuned[name]!),
    /** What somebody else made of a field that is being edited; undefined when nobody did. */
    meanwhileOf: (name: Name): number | null | undefined =>
      edits[name] && edits[name].from !== tuned[name] && edits[name].value !== tuned[name]
        ? tuned[name]
        : undefined,
    set: (name: Name, value: number | null) =>
      setEdits((was) => ({ ...was, [name]: { value, from: was[name] ? was[name].from : tuned[name]! } })),
    /** The edited values, and what stands in their place now, as the screen shows it. */
    changes: pick((name) => edits[name]!.value),
    standing: pick((name) => tuned[name]!),
    /** Whether saving would change anything. */
    isEdited: names.some((name) => edits[name]!.value !== tuned[name]),
    clear: () => setEdits({}),
  };
};
