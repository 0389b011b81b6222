import { TextInput } from "@mantine/core";
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
      input={(done) => (
        <TextInput
          size="xs"
          type={type}
          aria-label={label}
          defaultValue={value ?? ""}
          onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
          onBlur={({ currentTarget }) => {
            done();
            const typed = currentTarget.value.trim() || null;
            if (typed !== value) onSave(typed);
          }}
        />
      )}
    />
  );
};
