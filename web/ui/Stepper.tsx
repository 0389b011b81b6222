import { Button } from "@mantine/core";
import { IconArrowLeft, IconCheck } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { commonWords } from "../words/common.ts";
import { useWords, words } from "../words/words.ts";
import styles from "./Stepper.module.css";

const stepWords = words({
  nl: { step: "Stap {at, number} van {count, number}", steps: "Stappen" },
  en: { step: "Step {at, number} of {count, number}", steps: "Steps" },
});

export interface Step {
  id: string;
  label: string;
  done?: boolean;
}

export interface StepperProps {
  steps: readonly Step[];
  /** The step that is shown. */
  at: string;
  /** Goes to a step; those that are done, and the first that is not, can be reached. */
  onGo: (id: string) => void;
  /** The one thing to do now, at thumb height. */
  primary: { label: string; onClick: () => void; isRunning?: boolean; disabled?: boolean };
  /** Says beside the button what is kept or what is missing. */
  note?: ReactNode;
  children: ReactNode;
}

/** One step on the screen at a time, with one big button; made for a thumb. */
export const Stepper = ({ steps, at, onGo, primary, note, children }: StepperProps) => {
  const t = useWords(stepWords);
  const common = useWords(commonWords);
  const heading = useRef<HTMLHeadingElement>(null);
  const index = Math.max(
    0,
    steps.findIndex(({ id }) => id === at),
  );
  const reachable = steps.findIndex(({ done }) => !done);
  const before = steps[index - 1];
  const shownFirst = useRef(at);

  useEffect(() => {
    if (shownFirst.current === at) return;
    shownFirst.current = at;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [at]);

  return (
    <div className={styles.stepper}>
      <nav aria-label={t("steps")} className={styles.track}>
        {steps.map((step, place) => (
          <button
            key={step.id}
            type="button"
            className={styles.piece}
            data-done={step.done || undefined}
            aria-label={step.label}
            aria-current={step.id === at ? "step" : undefined}
            disabled={!step.done && reachable !== -1 && place > reachable}
            onClick={() => onGo(step.id)}
          />
        ))}
      </nav>
      <div className={styles.body}>
        <p className={styles.count}>
          {t("step", { at: index + 1, count: steps.length })}
          {steps[index]?.done && <IconCheck size={16} aria-hidden="true" />}
        </p>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {steps[index]?.label}
        </h1>
        {children}
      </div>
      <div className={styles.foot}>
        {note && <div className={styles.note}>{note}</div>}
        <div className={styles.buttons}>
          {before && (
            <Button
              size="lg"
              variant="default"
              className={styles.back}
              aria-label={common("back")}
              onClick={() => onGo(before.id)}
            >
              <IconArrowLeft size={20} aria-hidden="true" />
            </Button>
          )}
          <Button
            size="lg"
            fullWidth
            loading={primary.isRunning ?? false}
            disabled={primary.disabled ?? false}
            // The second click of two was not meant for the step that stands there by then.
            onClick={({ detail }) => detail < 2 && primary.onClick()}
          >
            {primary.label}
          </Button>
        </div>
      </div>
    </div>
  );
};
