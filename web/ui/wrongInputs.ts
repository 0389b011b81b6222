import { fieldSentence } from "../words/fields.ts";
import { formatsOf } from "../words/format.ts";
import type { Language } from "../words/language.ts";

export interface WrongInput {
  input: HTMLInputElement;
  reason: string;
}

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

/** What a browser finds wrong, at the fields that have a name. */
export const wrongIn = (form: ParentNode): WrongInput[] =>
  [...form.querySelectorAll<HTMLInputElement>("input[data-path]")].flatMap((input) => {
    const reason = reasonOf(input);
    return reason ? [{ input, reason }] : [];
  });

/** Fields of which a browser can make nothing, such as half a date: their value is empty, as if nothing was typed. */
export const unreadableIn = (form: ParentNode): WrongInput[] =>
  wrongIn(form).filter(({ input }) => input.validity.badInput);

/** What is wrong with a field, in people's words. */
export const sentenceAt = ({ input, reason }: WrongInput, language: Language): string =>
  fieldSentence(reason, input.validationMessage, language, {
    minimum: limitOf(input, input.min, language),
    maximum: limitOf(input, input.max, language),
  });

/** The same by field. */
export const sentencesOf = (wrong: readonly WrongInput[], language: Language): Record<string, string> =>
  Object.fromEntries(wrong.map((each) => [each.input.dataset.path, sentenceAt(each, language)]));

/** What is missing where a browser can make nothing of a field, if so. */
export const unreadableText = (input: HTMLInputElement, language: Language): string | undefined =>
  input.validity.badInput ? sentenceAt({ input, reason: `not-${input.type}` }, language) : undefined;
