import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { IconEraser } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useWords, words } from "../words/words.ts";
import { watchInk } from "./ink.ts";
import styles from "./SignaturePad.module.css";

const signWords = words({
  nl: {
    how: "Hoe wilt u tekenen?",
    draw: "Tekenen",
    type: "Naam typen",
    area: "Teken hier met uw vinger of muis. Liever typen? Kies ‘Naam typen’.",
    here: "Zet hier uw handtekening",
    again: "Opnieuw",
    name: "Uw volledige naam",
  },
  en: {
    how: "How do you want to sign?",
    draw: "Draw",
    type: "Type name",
    area: "Draw here with your finger or mouse. Rather type? Choose ‘Type name’.",
    here: "Put your signature here",
    again: "Start again",
    name: "Your full name",
  },
});

/** A drawn signature is a PNG as data URL; a typed one is the name itself. */
export type Signature = { kind: "drawn"; image: string } | { kind: "typed"; name: string };

export interface SignaturePadProps {
  /** `undefined` while there is nothing that counts as a signature. */
  onChange: (signature: Signature | undefined) => void;
  /** Suggested when somebody types. */
  name?: string;
}

/** A signature: drawn, or a typed name for who cannot or does not want to draw. */
export const SignaturePad = ({ onChange, name = "" }: SignaturePadProps) => {
  const t = useWords(signWords);
  const [kind, setKind] = useState<Signature["kind"]>("drawn");
  const [typed, setTyped] = useState(name);

  const tellTyped = (value: string) => {
    setTyped(value);
    onChange(value.trim().length > 1 ? { kind: "typed", name: value.trim() } : undefined);
  };
  const choose = (next: string) => {
    setKind(next as Signature["kind"]);
    if (next === "typed") tellTyped(typed);
    else onChange(undefined);
  };

  return (
    <div className={styles.pad}>
      <SegmentedControl
        fullWidth
        aria-label={t("how")}
        value={kind}
        onChange={choose}
        data={[
          { value: "drawn", label: t("draw") },
          { value: "typed", label: t("type") },
        ]}
      />
      {kind === "drawn" ? (
        <Drawing onChange={(image) => onChange(image ? { kind: "drawn", image } : undefined)} />
      ) : (
        <>
          <TextInput
            size="md"
            label={t("name")}
            autoComplete="name"
            value={typed}
            maxLength={200}
            onChange={(event) => tellTyped(event.currentTarget.value)}
          />
          <p className={styles.typed} aria-hidden="true">
            {typed || " "}
          </p>
        </>
      )}
    </div>
  );
};

const Drawing = ({ onChange }: { onChange: (image: string | undefined) => void }) => {
  const t = useWords(signWords);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isEmpty, setEmpty] = useState(true);
  const clear = useRef(() => {});
  const tell = useEffectEvent((image: string | undefined) => {
    setEmpty(image === undefined);
    onChange(image);
  });

  useEffect(() => {
    if (!canvas.current) return;
    const ink = watchInk(canvas.current, (image) => tell(image));
    clear.current = ink.clear;
    return ink.stop;
  }, []);

  return (
    <div className={styles.paper}>
      <canvas ref={canvas} className={styles.canvas} role="img" aria-label={t("area")} />
      {isEmpty && (
        <span className={styles.hint} aria-hidden="true">
          {t("here")}
        </span>
      )}
      {!isEmpty && (
        <Button
          size="xs"
          variant="default"
          className={styles.again}
          leftSection={<IconEraser size={16} />}
          onClick={() => clear.current()}
        >
          {t("again")}
        </Button>
      )}
    </div>
  );
};
