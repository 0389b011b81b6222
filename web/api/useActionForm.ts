import { useForm } from "@mantine/form";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { z } from "zod";
import type { FieldProblem, InputOf, OutputOf, Problem } from "#platform/contract";
import { tellProblem } from "../ui/tell.ts";
import { sentencesOf, unreadableIn } from "../ui/wrongInputs.ts";
import { fieldSentence, issueSentence } from "../words/fields.ts";
import { type Language, useLanguage } from "../words/language.ts";
import type { AnyEndpoint } from "./call.ts";
import { type ActionOptions, useAction } from "./useAction.ts";

type FormErrors = Record<string, ReactNode>;

/** The field of a JSON pointer, as forms name it: `/lines/0/sku` is `lines.0.sku`; a leading `/body` is dropped. */
export const fieldOf = (pointer: string) =>
  pointer
    .replace(/^#?\//, "")
    .replace(/^(body|query|params)\//, "")
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");

/** Field errors in people's words, from a 422 answer. */
export const fieldErrorsOf = (problem: Problem, language: Language): FormErrors => {
  const errors = (problem.facts.errors ?? []) as FieldProblem[];
  return Object.fromEntries(
    errors.map(({ pointer, problem: kind, message, ...facts }) => [
      fieldOf(pointer),
      fieldSentence(kind, message, language, facts),
    ]),
  );
};

const issuesOf = (schema: z.ZodType, values: unknown, language: Language): FormErrors => {
  const outcome = schema.safeParse(values);
  if (outcome.success) return {};
  return Object.fromEntries(
    outcome.error.issues.toReversed().map((issue) => [issue.path.join("."), issueSentence(issue, language)]),
  );
};

/** An empty field means "not given" in our contracts, unless the schema accepts the empty text. */
const withoutEmpty = (schema: AnyEndpoint["body"], values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) =>
        value !== "" || (schema.shape[key] as z.ZodType | undefined)?.safeParse("").success === true,
    ),
  );

const draftIn = (key: string | undefined): object => {
  if (!key) return {};
  try {
    return JSON.parse(sessionStorage.getItem(`draft:${key}`) ?? "{}");
  } catch {
    return {};
  }
};

const focusFirst = (errors: FormErrors) => {
  const fields = [...document.querySelectorAll<HTMLElement>("[data-path]")];
  fields.find(({ dataset }) => dataset.path !== undefined && dataset.path in errors)?.focus();
};

export interface ActionFormOptions<E extends AnyEndpoint> extends ActionOptions<E> {
  /** Path parameters and anything else that is not typed in the form. */
  fixed?: Partial<InputOf<E>>;
  /** The server knows more that is wrong than the contract: it is asked also when the contract refuses, so that all is told at once. */
  serverKnowsMore?: true;
  /** Sends only what was changed, so that what somebody else changed meanwhile stays. */
  onlyChanges?: true;
  /** Keeps what was typed under this name until it was sent, also after leaving the page. */
  draft?: string;
}

/**
 * A form for one call, checked with the schema of the contract before it is sent and with the server's answer after.
 * `<form onSubmit={form.submit}>` and `<TextInput label="…" {...form.field("email")} />`.
 */
export const useActionForm = <E extends AnyEndpoint, V extends Record<string, unknown>>(
  endpoint: E,
  defaults: V & Partial<Record<keyof InputOf<E>, unknown>>,
  options: ActionFormOptions<E> = {},
) => {
  const { fixed, draft, serverKnowsMore, onlyChanges, ...actionOptions } = options;
  const language = useLanguage();
  // Half a date is no value, so that only the fields themselves know of it.
  const unreadable = useRef<FormErrors>({});
  const form = useForm<V>({
    initialValues: { ...defaults, ...draftIn(draft) },
    validate: (values) => ({
      ...(serverKnowsMore
        ? {}
        : issuesOf(endpoint.body, withoutEmpty(endpoint.body, { ...values, ...fixed }), language)),
      ...unreadable.current,
    }),
    validateInputOnBlur: false,
    clearInputErrorOnChange: true,
  });
  const { values } = form;

  useEffect(() => {
    if (draft && form.isDirty()) sessionStorage.setItem(`draft:${draft}`, JSON.stringify(values));
  }, [draft, values, form]);

  const action = useAction(endpoint, {
    ...actionOptions,
    onDone: (output: OutputOf<E>, input: InputOf<E>) => {
      if (draft) sessionStorage.removeItem(`draft:${draft}`);
      form.resetDirty();
      options.onDone?.(output, input);
    },
    onProblem: (problem, input) => {
      // Of what both refuse, the contract can say more precisely why.
      const errors =
        problem.status === 422
          ? { ...fieldErrorsOf(problem, language), ...issuesOf(endpoint.body, input, language) }
          : {};
      form.setErrors(errors);
      focusFirst(errors);
      if (options.onProblem) options.onProblem(problem, input);
      else if (Object.keys(errors).length === 0) tellProblem(problem);
    },
  });

  const toSend = (typed: V) =>
    onlyChanges ? Object.fromEntries(Object.entries(typed).filter(([key]) => form.isDirty(key))) : typed;

  const send = form.onSubmit(
    (typed) => action.run({ ...withoutEmpty(endpoint.body, toSend(typed)), ...fixed } as InputOf<E>),
    focusFirst,
  );

  return {
    ...form,
    field: (name: keyof V & string) => ({ ...form.getInputProps(name), key: form.key(name) }),
    check: (name: keyof V & string) => ({
      ...form.getInputProps(name, { type: "checkbox" }),
      key: form.key(name),
    }),
    submit: (event?: FormEvent<HTMLFormElement>) => {
      const wrong = unreadableIn(event?.currentTarget ?? document);
      unreadable.current = sentencesOf(
        wrong.filter(({ input }) => (input.dataset.path ?? "") in form.values),
        language,
      );
      send(event);
    },
    isSending: action.isRunning,
    problem: action.problem,
  };
};
