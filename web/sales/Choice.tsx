import { useId } from "react";
import styles from "./Choice.module.css";

interface ChoiceProps<V extends string> {
  label: string;
  description?: string;
  options: readonly { value: V; label: string }[];
  value: V | undefined;
  onChange: (value: V) => void;
  required?: boolean;
  /** Short answers stand beside each other. */
  inline?: boolean;
}

/** A question with a few answers, each big enough for a thumb. */
export const Choice = <V extends string>(props: ChoiceProps<V>) => {
  const { label, description, options, value, onChange, required = true, inline = false } = props;
  const id = useId();
  return (
    <fieldset className={styles.choice} aria-describedby={description ? `${id}-text` : undefined}>
      <legend className={styles.legend}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </legend>
      {description && (
        <p id={`${id}-text`} className={styles.text}>
          {description}
        </p>
      )}
      <div className={styles.options} data-inline={inline || undefined}>
        {options.map((option) => (
          <label
            key={option.value}
            className={styles.option}
            data-chosen={option.value === value || undefined}
          >
            <input
              type="radio"
              name={id}
              className={styles.radio}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** A question answered with yes or no. */
export const YesNo = ({
  words,
  value,
  onChange,
  ...rest
}: Pick<ChoiceProps<string>, "label" | "description"> & {
  words: { yes: string; no: string };
  value: boolean | undefined;
  onChange: (value: boolean) => void;
}) => (
  <Choice
    {...rest}
    inline
    options={[
      { value: "yes", label: words.yes },
      { value: "no", label: words.no },
    ]}
    value={value === undefined ? undefined : value ? "yes" : "no"}
    onChange={(answer) => onChange(answer === "yes")}
  />
);
