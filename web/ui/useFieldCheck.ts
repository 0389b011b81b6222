import { type FormEvent, useMemo, useState, useSyncExternalStore } from "react";
import { fieldSentence } from "../words/fields.ts";
import { formatsOf } from "../words/format.ts";
import { type Language, useLanguage } from "../words/language.ts";

type Mistakes = Record<string, string>;

/** A limit as people read it: a day in words, a time as it is. */
const limitOf = ({ type }: HTMLInputElement, value: string, language: Language) =>
  type === "date" && value ? formatsOf(language).day(value) : value;

/** Whether nothing was chosen of a list; what is typed to search in it is no choice yet, so the hidden field beside it is asked. */
const lacksChoice = ({ required, form, dataset }: HTMLInputElement) =>
  required && (form?.elements.namedItem(dataset.path ?? "") as HTMLInputElement | null)?.value === "";

/** The house's word for what a browser finds wrong in a field. */
const reasonOf = (input: HTMLInputElement): string | undefined => {
  const { type, validity } = input;
  if (input.ariaHasPopup === "listbox") return lacksChoice(input) ? "unknown-value" : undefined;
  if (validity.valid) return undefined;
  if (validity.badInput) return `not-${type}`;
  if (validity.valueMissing) return "required";
  if (validity.rangeUnderflow) return "too-early";
  return validity.rangeOverflow ? "too-late" : "not-valid";
};

const wrongIn = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement>("input[data-path]")].flatMap((input) => {
    const reason = reasonOf(input);
    return reason ? [{ input, reason }] : [];
  });

const mistakesIn = (form: HTMLFormElement, language: Language): Mistakes =>
  Object.fromEntries(
    wrongIn(form).map(({ input, reason }) => {
      const facts = {
        minimum: limitOf(input, input.min, language),
        maximum: limitOf(input, input.max, language),
      };
      return [input.dataset.path, fieldSentence(reason, input.validationMessage, language, facts)];
    }),
  );

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
    () => (form ? JSON.stringify(mistakesIn(form, language)) : "{}"),
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
