import { useState } from "react";
import { checklistOf, field } from "#field/contract";
import { files } from "#platform/files/contract";
import { upload } from "../../api/call.ts";
import { newId } from "../../api/newId.ts";
import { type Photo, PhotoInput } from "../../ui/PhotoInput.tsx";
import { Stepper } from "../../ui/Stepper.tsx";
import { tellProblem } from "../../ui/tell.ts";
import { useLanguage } from "../../words/language.ts";
import { lookUp, useWords } from "../../words/words.ts";
import { useStep } from "../useStep.ts";
import { jobWords } from "../words.ts";
import type { StepProps } from "./StepProps.ts";

interface Sending {
  id: string;
  place: string;
  file: File;
  url: string;
  state: "sending" | "failed";
}

/** Photos on their way: shown at once, sent with ids made here, so that sending again makes no second photo. */
const useSending = ({ id: workOrderId, orderId }: StepProps["job"]) => {
  const [sending, setSending] = useState<Sending[]>([]);
  const drop = (id: string) => setSending((all) => all.filter((each) => each.id !== id));
  const add = useStep(field.addPhoto);
  const send = async (photo: Sending) => {
    try {
      const details = { fileId: photo.id, kind: "work-photo", orderId, recordId: workOrderId };
      await upload(files.upload, { ...details, visibility: "customer" }, photo.file, {
        idempotencyKey: photo.id,
      });
      await add.runAsync({ workOrderId, photoId: photo.id, fileId: photo.id, place: photo.place });
      drop(photo.id);
      URL.revokeObjectURL(photo.url);
    } catch (error) {
      tellProblem(error);
      setSending((all) => all.map((each) => (each.id === photo.id ? { ...each, state: "failed" } : each)));
    }
  };
  const start = (place: string, chosen: readonly File[]) => {
    const started = chosen.map((file) => ({
      id: newId(),
      place,
      file,
      url: URL.createObjectURL(file),
      state: "sending" as const,
    }));
    setSending((all) => [...all, ...started]);
    for (const photo of started) void send(photo);
  };
  return { sending, start, drop };
};

/** Photos by place; those the handover asks come first. */
export const PhotosStep = ({ job, frame, onGo }: StepProps) => {
  const t = useWords(jobWords);
  const language = useLanguage();
  const { sending, start, drop } = useSending(job);
  const remove = useStep(field.removePhoto);
  const { photos: required } = checklistOf(job.jobKind);
  const nameOf = (place: string) => lookUp(jobWords, language, `place.${place}`) ?? t("extra");
  const ofPlace = (place: string): Photo[] => [
    ...job.photos
      .filter((photo) => photo.place === place)
      .map(({ id, fileId }) => ({
        id,
        url: `/api/v1/files/${fileId}?width=320`,
        alt: nameOf(place),
        state: "kept" as const,
      })),
    ...sending
      .filter((photo) => photo.place === place)
      .map(({ id, url, state }) => ({ id, url, alt: nameOf(place), state })),
  ];
  const isMissing = job.missing.some((each) => each.startsWith("photo:"));
  return (
    <Stepper
      {...frame}
      primary={{
        label: t("toMeasure"),
        disabled: isMissing || sending.length > 0,
        onClick: () => onGo("measure"),
      }}
    >
      {[...required, "other"].map((place) => (
        <PhotoInput
          key={place}
          camera
          label={nameOf(place)}
          required={required.includes(place)}
          photos={ofPlace(place)}
          onAdd={(chosen) => start(place, chosen)}
          onRemove={(id) =>
            sending.some((photo) => photo.id === id)
              ? drop(id)
              : remove.run({ workOrderId: job.id, photoId: id })
          }
        />
      ))}
    </Stepper>
  );
};
