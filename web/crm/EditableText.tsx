import { TextInput } from "@mantine/core";
import { useState } from "react";
import { InlineEdit } from "../ui/InlineEdit.tsx";

interface EditableTextProps {
  label: string;
  value: string | null;
  /** Whether this person may change it; else it is only shown. */
  mayChange: boolean;
  type?: "text" | "email" | "tel" | "number";
  onSave: (value: string | null) => void;
  shown?: React.ReactNode;
}

interface FieldProps extends Pick<EditableTextProps, "label" | "value" | "onSave"> {
  type: NonNullable<EditableTextProps["type"]>;
  done: () => void;
}

/** Begins with the value as it is when the field opens: what another changes meanwhile is not put back. */
const Field = ({ label, value, type, onSave, done }: FieldProps) => {
  const [was] = useState(value);
  return (
    <TextInput
      size="xs"
      type={type}
      aria-label={label}
      defaultValue={was ?? ""}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      onBlur={({ currentTarget }) => {
        done();
        const typed = currentTarget.value.trim() || null;
        if (typed !== was) onSave(typed);
      }}
    />
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
