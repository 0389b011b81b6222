import { TextInput } from "@mantine/core";
import { useState } from "react";
import { InlineEdit } from "../ui/InlineEdit.tsx";
import { Overtaken } from "../ui/Overtaken.tsx";
import { isOvertaken } from "../ui/overtaken.ts";

interface EditableTextProps {
  label: string;
  value: string | null;
  /** Whether this person may change it; else it is only shown. */
  mayChange: boolean;
  type?: "text" | "email" | "tel" | "number";
  /** Hears what was typed and from what it began; a refusal of its promise keeps the field open. */
  onSave: (value: string | null, was: string | null) => Promise<unknown> | void;
  shown?: React.ReactNode;
}

interface FieldProps extends Pick<EditableTextProps, "label" | "value" | "onSave"> {
  type: NonNullable<EditableTextProps["type"]>;
  done: () => void;
}

/** Saves once at a time; closes when it is kept, and stays open with what was typed when it is not. */
const useKeeping = ({ value, onSave, done }: Omit<FieldProps, "label" | "type">) => {
  const [was, setWas] = useState(value);
  const [typed, setTyped] = useState(value ?? "");
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<"refused" | "overtaken">();
  const next = typed.trim() || null;
  const keep = async (from: string | null) => {
    if (isSaving) return;
    if (next === from) return done();
    setWas(from);
    setSaving(true);
    try {
      await onSave(next, from);
      done();
    } catch (error) {
      setTrouble(isOvertaken(error) ? "overtaken" : "refused");
      setSaving(false);
    }
  };
  return { typed, setTyped, trouble, keep: () => keep(was), keepMine: () => keep(value) };
};

/** Begins with the value as it is when the field opens: what another changes meanwhile is not put back. */
const Field = ({ label, value, type, onSave, done }: FieldProps) => {
  const { typed, setTyped, trouble, keep, keepMine } = useKeeping({ value, onSave, done });
  return (
    <>
      <TextInput
        size="xs"
        type={type}
        aria-label={label}
        error={trouble === "refused"}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={({ key }) => key === "Enter" && trouble !== "overtaken" && void keep()}
        onBlur={() => trouble !== "overtaken" && void keep()}
      />
      {trouble === "overtaken" && (
        <Overtaken now={value} isSaving={false} onKeepMine={() => void keepMine()} onCancel={done} />
      )}
    </>
  );
};

/** One text of a record, changed where it stands: Enter or leaving saves, Escape takes back. */
export const EditableText = ({
  label,
  value,
  mayChange,
  type = "text",
  onSave,
  shown,
}: EditableTextProps) => {
  if (!mayChange) return shown ?? value;
  return (
    <InlineEdit
      label={label}
      shown={shown ?? value}
      input={(done) => <Field label={label} value={value} type={type} onSave={onSave} done={done} />}
    />
  );
};
