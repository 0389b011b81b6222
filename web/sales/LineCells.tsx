import { NumberInput, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { InlineEdit } from "../ui/InlineEdit.tsx";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import type { Line } from "./Line.ts";
import { salesWords } from "./words.ts";

interface NumberFieldProps {
  label: string;
  value: number | null;
  decimals: number;
  max?: number;
  /** Hears what was typed, and from what it began. */
  onSave: (value: number, was: number | null) => void;
}

/** Begins with the number as it is when the field opens: what another changes meanwhile is not put back. */
const NumberField = ({
  label,
  value,
  decimals,
  max,
  onSave,
  done,
}: NumberFieldProps & { done: () => void }) => {
  const { separators } = useFormats();
  const [was] = useState(value);
  const [typed, setTyped] = useState<string | number>(value ?? "");
  const keep = () => {
    if (typeof typed === "number" && typed !== was) onSave(typed, was);
    done();
  };
  return (
    <NumberInput
      size="xs"
      hideControls
      aria-label={label}
      decimalScale={decimals}
      decimalSeparator={separators.decimalSeparator}
      min={0}
      {...(max === undefined ? {} : { max })}
      value={typed}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={({ key }) => key === "Enter" && keep()}
    />
  );
};

interface NumberCellProps extends NumberFieldProps {
  shown: ReactNode;
  isOpen: boolean;
}

/** A number that can be changed in its place; Enter keeps it, Escape does not. */
export const NumberCell = ({ shown, isOpen, ...field }: NumberCellProps) =>
  isOpen ? (
    <InlineEdit label={field.label} shown={shown} input={(done) => <NumberField {...field} done={done} />} />
  ) : (
    shown
  );

interface TextFieldProps {
  label: string;
  value: string;
  onSave: (text: string, was: string) => void;
  done: () => void;
}

const TextField = ({ label, value, onSave, done }: TextFieldProps) => {
  const [was] = useState(value);
  const [typed, setTyped] = useState(value);
  const keep = () => {
    if (typed.trim() && typed.trim() !== was) onSave(typed.trim(), was);
    done();
  };
  return (
    <TextInput
      size="xs"
      aria-label={label}
      maxLength={500}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={keep}
      onKeyDown={({ key }) => key === "Enter" && keep()}
    />
  );
};

interface TextCellProps {
  line: Line;
  isOpen: boolean;
  onSave: TextFieldProps["onSave"];
}

/** The text of a line, changed in its place. */
export const TextCell = ({ line, isOpen, onSave }: TextCellProps) => {
  const t = useWords(salesWords);
  const label = t("quote.description");
  if (!isOpen) return line.description;
  return (
    <InlineEdit
      label={label}
      shown={line.description}
      input={(done) => <TextField label={label} value={line.description} onSave={onSave} done={done} />}
    />
  );
};
