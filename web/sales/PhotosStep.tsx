import { useState } from "react";
import { files } from "#platform/files/contract";
import { type IntakeDraft, photoKinds } from "#sales/contract";
import { upload } from "../api/call.ts";
import { newId } from "../api/newId.ts";
import { type Photo, PhotoInput } from "../ui/PhotoInput.tsx";
import { useWords } from "../words/words.ts";
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
}

/** Photos, each sent as soon as it is taken. */
export const PhotosStep = ({ value, onChange, orderId }: PhotosStepProps) => {
  const t = useWords(intakeWords);
  const [sending, setSending] = useState<Sending[]>([]);
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
    try {
      await upload(
        files.upload,
        { fileId: id, kind, visibility: "customer", ...(orderId ? { orderId } : {}) },
        file,
      );
      mark("kept");
      onChange((before) => ({ ...before, photos: [...(before.photos ?? []), { fileId: id, kind }] }));
    } catch {
      mark("failed");
    }
  };
  const remove = (id: string) => {
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
