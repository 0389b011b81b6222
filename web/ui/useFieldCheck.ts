import { type FormEvent, useMemo, useState, useSyncExternalStore } from "react";
import { useLanguage } from "../words/language.ts";
import { sentencesOf, wrongIn } from "./wrongInputs.ts";

type Mistakes = Record<string, string>;

/** The form tells when somebody types; what is chosen otherwise is seen when it is drawn. */
const onTyping = (form: HTMLFormElement | undefined) => (changed: () => void) => {
  form?.addEventListener("input", changed);
  return () => form?.removeEventListener("input", changed);
};

/**
 * What browsers know of fields (`required`, `min`, half a date), said beside them in the language of the screen: a browser's own
 * bubble speaks the browser's. `<form noValidate onSubmit={checked(send)}>` and `<TextInput type="date" required {...field("from")} />`.
 */
export const useFieldCheck = () => {
  const language = useLanguage();
  // Once one has tried, each change shows what is still to do.
  const [form, setForm] = useState<HTMLFormElement>();
  const found = useSyncExternalStore(
    useMemo(() => onTyping(form), [form]),
    () => (form ? JSON.stringify(sentencesOf(wrongIn(form), language)) : "{}"),
  );
  const mistakes: Mistakes = JSON.parse(found);
  return {
    checked: (send: () => void) => (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      setForm(event.currentTarget);
      const [first] = wrongIn(event.currentTarget);
      if (first) first.input.focus();
      else send();
    },
    field: (name: string) => ({ name, "data-path": name, error: mistakes[name] }),
  };
};
