import { type ChangeEvent, type SyntheticEvent, useState } from "react";
import { useLanguage } from "../words/language.ts";
import { unreadableText } from "./wrongInputs.ts";

/**
 * For a day or a time that counts while one types. Half of one is no value yet: what counted goes on counting, and the field says what
 * is missing once it is left, or when its form is sent.
 */
export const useReadable = (value: string, onValue: (value: string) => void) => {
  const language = useLanguage();
  const [halfOf, setHalfOf] = useState<string>();
  const [mistake, setMistake] = useState<string>();
  const look = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) =>
    setMistake(unreadableText(currentTarget, language));
  return {
    // A browser calls half a value an empty one; anything else would take away what was typed.
    value: halfOf === value ? "" : value,
    error: mistake,
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
      const isHalf = currentTarget.validity.badInput;
      setHalfOf(isHalf ? value : undefined);
      if (isHalf) return;
      setMistake(undefined);
      onValue(currentTarget.value);
    },
    onBlur: look,
    onInvalid: look,
  };
};
