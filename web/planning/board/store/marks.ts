/** What a person points at on the board: one focus, a selection, a hover, shared by timeline, pool and map. */
export interface Marks {
  focusId: string | undefined;
  /** The focused visit wants the keyboard, not only the frame around it. */
  takesKeys: boolean;
  hoverId: string | undefined;
  selected: ReadonlySet<string>;
}

export interface MarksStore {
  get: () => Marks;
  subscribe: (listener: () => void) => () => void;
  focus: (id: string | undefined, takesKeys?: boolean) => void;
  hover: (id: string | undefined) => void;
  toggle: (id: string) => void;
  select: (ids: Iterable<string>) => void;
}

export const makeMarks = (): MarksStore => {
  let marks: Marks = { focusId: undefined, takesKeys: false, hoverId: undefined, selected: new Set() };
  const listeners = new Set<() => void>();
  const change = (part: Partial<Marks>) => {
    marks = { ...marks, ...part };
    for (const listener of listeners) listener();
  };
  return {
    get: () => marks,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    focus: (focusId, takesKeys = false) => change({ focusId, takesKeys }),
    hover: (hoverId) => {
      if (hoverId !== marks.hoverId) change({ hoverId });
    },
    toggle: (id) => {
      const selected = new Set(marks.selected);
      if (!selected.delete(id)) selected.add(id);
      change({ selected });
    },
    select: (ids) => change({ selected: new Set(ids) }),
  };
};
