import { CloseButton, Loader } from "@mantine/core";
import { IconAlertTriangle, IconCamera } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useWords, words } from "../words/words.ts";
import styles from "./PhotoInput.module.css";
import { shrinkPhoto } from "./shrinkPhoto.ts";

const photoWords = words({
  nl: {
    add: "Foto maken of kiezen",
    remove: "Foto verwijderen",
    sending: "Wordt verstuurd",
    failed: "Niet verstuurd",
  },
  en: { add: "Take or choose a photo", remove: "Remove photo", sending: "Being sent", failed: "Not sent" },
});

export interface Photo {
  id: string;
  url: string;
  /** What is on it, for who cannot see it. */
  alt: string;
  state?: "sending" | "failed" | "kept";
}

export interface PhotoInputProps {
  label: string;
  /** What should be on the picture. */
  description?: string;
  photos: readonly Photo[];
  /** The chosen photos, already made small. */
  onAdd: (files: File[]) => void;
  onRemove?: (id: string) => void;
  /** Goes straight to the camera on a phone. */
  camera?: boolean;
  required?: boolean;
}

/** Photos from camera or files, shown as they are sent. */
export const PhotoInput = (props: PhotoInputProps) => {
  const { label, description, photos, onAdd, onRemove, camera, required } = props;
  const t = useWords(photoWords);
  const id = useId();
  const [isBusy, setBusy] = useState(false);

  const onFiles = async (input: HTMLInputElement) => {
    const { files } = input;
    if (!files || files.length === 0) return;
    setBusy(true);
    try {
      onAdd(await Promise.all([...files].map(shrinkPhoto)));
    } finally {
      setBusy(false);
      input.value = "";
    }
  };

  return (
    <div>
      <p className="cc-label" id={`${id}-label`}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </p>
      {description && (
        <p className="cc-description" id={`${id}-description`}>
          {description}
        </p>
      )}
      <ul className={styles.photos}>
        {photos.map((photo) => (
          <li key={photo.id} className={styles.photo} data-state={photo.state}>
            <img src={photo.url} alt={photo.alt} className={styles.picture} />
            {photo.state === "sending" && (
              <span className={styles.state} role="status" aria-label={t("sending")}>
                <Loader size={16} color="white" />
              </span>
            )}
            {photo.state === "failed" && (
              <span className={styles.state}>
                <IconAlertTriangle size={16} aria-hidden="true" />
                {t("failed")}
              </span>
            )}
            {onRemove && (
              <CloseButton
                size="sm"
                className={styles.remove}
                aria-label={t("remove")}
                onClick={() => onRemove(photo.id)}
              />
            )}
          </li>
        ))}
        <li>
          <label className={styles.add} data-busy={isBusy || undefined}>
            {isBusy ? <Loader /> : <IconCamera size={24} stroke={1.5} aria-hidden="true" />}
            <span>{t("add")}</span>
            <input
              type="file"
              className="visually-hidden"
              accept="image/*"
              multiple={!camera}
              capture={camera ? "environment" : undefined}
              aria-labelledby={`${id}-label`}
              aria-describedby={description ? `${id}-description` : undefined}
              disabled={isBusy}
              onChange={(event) => void onFiles(event.currentTarget)}
            />
          </label>
        </li>
      </ul>
    </div>
  );
};
