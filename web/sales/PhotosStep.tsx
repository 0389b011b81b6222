import { useEffect, useRef, useState } from "react";
import { Problem } from "#platform/contract";
import { files } from "#platform/files/contract";
import { type IntakeDraft, photoKinds } from "#sales/contract";
import { upload } from "../api/call.ts";
import { newId } from "../api/newId.ts";
import { untilSent } from "../api/untilSent.ts";
import { type Photo, PhotoInput } from "../ui/PhotoInput.tsx";
import { tellProblem } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { isRefusal } from "./autosave.ts";
import { usePictures } from "./filesOfOrder.ts";
import { intakeWords } from "./intakeWords.ts";

type Photos = NonNullable<IntakeDraft["photos"]>;
type Kind = (typeof photoKinds)[number];
interface Sending extends Photo {
  kind: Kind;
}

interface PhotosStepProps {
  value: Photos;
  onChange: (change: (value: Photos) => Photos) => void;
  /** The office names the order; a customer's link is for one order only. */
  orderId?: string | undefined;
  /** Hears one more (`1`) or one less (`-1`) photo on its way. */
  onUnderWay: (change: 1 | -1) => void;
  /** Hears how many photos stand there that were refused; who goes on would think they were sent. */
  onRefused: (count: number) => void;
}

const again = 4_000;

/** Sends until there is a connection; with the same id, so that it is kept once. Only a refusal ends it. */
const sendUntilKept = async (send: () => Promise<unknown>): Promise<void> => {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof Problem) || isRefusal(error)) throw error;
    await new Promise((resume) => setTimeout(resume, again));
    await sendUntilKept(send);
  }
};

/** Photos, each sent as soon as it is taken. */
export const PhotosStep = ({ value, onChange, orderId, onUnderWay, onRefused }: PhotosStepProps) => {
  const t = useWords(intakeWords);
  const [sending, setSending] = useState<Sending[]>([]);
  const removed = useRef(new Set<string>());
  const refused = sending.filter(({ state }) => state === "failed").length;
  useEffect(() => onRefused(refused), [onRefused, refused]);
  const kept = value.photos ?? [];
  const pictures = usePictures(kept.map(({ fileId }) => fileId));
  const local = new Map(sending.map(({ id, url }) => [id, url]));

  const add = async (kind: Kind, file: File) => {
    const id = newId();
    setSending((all) => [
      ...all,
      { id, kind, url: URL.createObjectURL(file), alt: t(`photo.${kind}`), state: "sending" },
    ]);
    const mark = (state: Sending["state"]) =>
      setSending((all) => all.map((each) => (each.id === id && state ? { ...each, state } : each)));
    const details = { fileId: id, kind, visibility: "customer", ...(orderId ? { orderId } : {}) } as const;
    onUnderWay(1);
    try {
      await untilSent(() => sendUntilKept(() => upload(files.upload, details, file)));
      if (removed.current.has(id)) return;
      mark("kept");
      onChange((before) => ({ ...before, photos: [...(before.photos ?? []), { fileId: id, kind }] }));
    } catch (error) {
      mark("failed");
      tellProblem(error);
    } finally {
      onUnderWay(-1);
    }
  };
  const remove = (id: string) => {
    removed.current.add(id);
    setSending((all) => all.filter((each) => each.id !== id));
    onChange((before) => ({
      ...before,
      photos: (before.photos ?? []).filter(({ fileId }) => fileId !== id),
    }));
  };
  const photosOf = (kind: Kind): Photo[] => [
    ...kept.flatMap((photo) => {
      const url = local.get(photo.fileId) ?? pictures[photo.fileId];
      return photo.kind === kind && url ? [{ id: photo.fileId, url, alt: t(`photo.${kind}`) }] : [];
    }),
    ...sending.filter((photo) => photo.kind === kind && photo.state !== "kept"),
  ];
  const delivered = value.delivered?.length ?? 0;
  return (
    <>
      {delivered > 0 && <p>{t("delivered", { count: delivered })}</p>}
      {photoKinds.map((kind) => (
        <PhotoInput
          key={kind}
          label={t(`photo.${kind}`)}
          description={t(`photoText.${kind}`)}
          photos={photosOf(kind)}
          onAdd={(taken) => void Promise.all(taken.map((file) => add(kind, file)))}
          onRemove={remove}
        />
      ))}
    </>
  );
};
