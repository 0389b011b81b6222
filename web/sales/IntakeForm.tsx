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
  /** Hears each answer as it is given, before it is sent: who leaves and comes back finds it there. */
  remember: (answers: IntakeDraft) => void;
  /** Where the step stands when that is not here, such as in the address, so that going back is a step back. */
  place?: { step: string | undefined; go: (step: IntakeStep, options?: { replace: boolean }) => void };
  /** Given by the office, for the photos. */
  orderId?: string;
}

/** A questionnaire with some answers more, as it will be once they are kept. */
export const withAnswers = <Intake extends IntakeView>(intake: Intake, answers: IntakeDraft): Intake => ({
  ...intake,
  answers: { ...intake.answers, ...answers },
});

/** The step where somebody goes on: the first that is not complete. */
const firstOpen = (answers: IntakeDraft): IntakeStep => {
  const done = stepsDone(answers);
  return intakeSteps.find((step) => !done.includes(step)) ?? "photos";
};

/** The questions one step at a time, kept as they are answered; for the customer's phone and for the office alike. */
export const IntakeForm = ({ intake, save, complete, remember, place, orderId }: IntakeFormProps) => {
  const t = useWords(intakeWords);
  const [answers, setAnswers] = useState<IntakeDraft>(intake.answers);
  const [own, setOwn] = useState<IntakeStep>(() => firstOpen(intake.answers));
  const at = intakeSteps.find((step) => step === place?.step) ?? own;
  const arrival = useRef({ place, answers: intake.answers });
  useEffect(() => {
    // Who loads the page again goes on at what is still open, not at what was done.
    const { place, answers } = arrival.current;
    if (place?.step && stepsDone(answers).includes(place.step as IntakeStep))
      place.go(firstOpen(answers), { replace: true });
  }, []);
  const [isSending, setSending] = useState(false);
  const [photosUnderWay, setPhotosUnderWay] = useState(0);
  const [photosRefused, setPhotosRefused] = useState(0);
  const latest = useRef(answers);
  const [saved, setSaved] = useState<SaveState>("saved");
  const [autosave] = useState(() => makeAutosave(save, setSaved));
  useEffect(() => () => void autosave.flush(), [autosave]);

  const change = <S extends IntakeStep>(step: S, value: NonNullable<IntakeDraft[S]>) => {
    latest.current = { ...latest.current, [step]: value };
    setAnswers(latest.current);
    remember({ [step]: value });
    autosave.keep({ [step]: value });
  };
  // A step that asks for nothing is answered by going past it.
  const settle = () => {
    if (at === "photos" && !latest.current.photos?.photos)
      change("photos", { ...latest.current.photos, photos: [] });
  };
  const go = (step: string) => {
    void autosave.flush();
    (place?.go ?? setOwn)(step as IntakeStep);
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

  const note = () => {
    if (isLast && photosRefused > 0) return t("photosRefused", { count: photosRefused });
    if (!isReady) return t("chooseAll");
    return t(photosUnderWay > 0 ? "photosUnderWay" : saved);
  };

  return (
    <Stepper
      steps={intakeSteps.map((id) => ({ id, label: t(`step.${id}`), done: done.includes(id) }))}
      at={at}
      onGo={go}
      primary={{
        label: isLast ? t("finish") : t("next"),
        onClick: next,
        isRunning: isSending,
        disabled: !isReady || (isLast && photosUnderWay + photosRefused > 0),
      }}
      note={note()}
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
          onRefused={setPhotosRefused}
          onChange={(update) => change("photos", update(latest.current.photos ?? {}))}
        />
      )}
    </Stepper>
  );
};
