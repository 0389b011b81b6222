import { useEffect, useRef, useState } from "react";
import { type IntakeDraft, type IntakeStep, type IntakeView, intakeSteps, stepsDone } from "#sales/contract";
import { Stepper } from "../ui/Stepper.tsx";
import { tellProblem } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { makeAutosave, type SaveState } from "./autosave.ts";
import { AddressStep, CupboardStep, HouseStep, RouteStep, WishesStep } from "./IntakeSteps.tsx";
import { intakeWords } from "./intakeWords.ts";
import { PhotosStep } from "./PhotosStep.tsx";

interface IntakeFormProps {
  intake: IntakeView;
  save: (answers: IntakeDraft) => Promise<unknown>;
  complete: () => Promise<unknown>;
  /** Given by the office, for the photos. */
  orderId?: string;
}

/** The step where somebody goes on: the first that is not complete. */
const firstOpen = (answers: IntakeDraft): IntakeStep => {
  const done = stepsDone(answers);
  return intakeSteps.find((step) => !done.includes(step)) ?? "photos";
};

/** The questions one step at a time, kept as they are answered; for the customer's phone and for the office alike. */
export const IntakeForm = ({ intake, save, complete, orderId }: IntakeFormProps) => {
  const t = useWords(intakeWords);
  const [answers, setAnswers] = useState<IntakeDraft>(intake.answers);
  const [at, setAt] = useState<IntakeStep>(() => firstOpen(intake.answers));
  const [isSending, setSending] = useState(false);
  const [photosUnderWay, setPhotosUnderWay] = useState(0);
  const latest = useRef(answers);
  const [saved, setSaved] = useState<SaveState>("saved");
  const [autosave] = useState(() => makeAutosave(save, setSaved));
  useEffect(() => () => void autosave.flush(), [autosave]);

  const change = <S extends IntakeStep>(step: S, value: NonNullable<IntakeDraft[S]>) => {
    latest.current = { ...latest.current, [step]: value };
    setAnswers(latest.current);
    autosave.keep({ [step]: value });
  };
  // A step that asks for nothing is answered by going past it.
  const settle = () => {
    if (at === "photos" && !latest.current.photos?.photos)
      change("photos", { ...latest.current.photos, photos: [] });
  };
  const go = (step: string) => {
    void autosave.flush();
    setAt(step as IntakeStep);
  };
  const done = stepsDone(
    at === "photos" ? { ...answers, photos: { photos: [], ...answers.photos } } : answers,
  );
  const isLast = at === intakeSteps.at(-1);
  const isReady = isLast ? done.length === intakeSteps.length : done.includes(at);

  const finish = async () => {
    settle();
    setSending(true);
    try {
      if (await autosave.flush()) await complete();
    } catch (error) {
      tellProblem(error);
    } finally {
      setSending(false);
    }
  };
  const next = () => (isLast ? void finish() : go(intakeSteps[intakeSteps.indexOf(at) + 1] ?? "photos"));

  return (
    <Stepper
      steps={intakeSteps.map((id) => ({ id, label: t(`step.${id}`), done: done.includes(id) }))}
      at={at}
      onGo={go}
      primary={{
        label: isLast ? t("finish") : t("next"),
        onClick: next,
        isRunning: isSending,
        disabled: !isReady || (isLast && photosUnderWay > 0),
      }}
      note={t(isReady ? (photosUnderWay > 0 ? "photosUnderWay" : saved) : "chooseAll")}
    >
      {at === "house" && (
        <HouseStep value={answers.house ?? {}} onChange={(value) => change("house", value)} />
      )}
      {at === "cupboard" && (
        <CupboardStep value={answers.cupboard ?? {}} onChange={(value) => change("cupboard", value)} />
      )}
      {at === "route" && (
        <RouteStep value={answers.route ?? {}} onChange={(value) => change("route", value)} />
      )}
      {at === "wishes" && (
        <WishesStep value={answers.wishes ?? {}} onChange={(value) => change("wishes", value)} />
      )}
      {at === "address" && (
        <AddressStep
          value={answers.address ?? {}}
          known={intake.address}
          onChange={(value) => change("address", value)}
        />
      )}
      {at === "photos" && (
        <PhotosStep
          value={answers.photos ?? {}}
          orderId={orderId}
          onUnderWay={(change) => setPhotosUnderWay((count) => count + change)}
          onChange={(update) => change("photos", update(latest.current.photos ?? {}))}
        />
      )}
    </Stepper>
  );
};
