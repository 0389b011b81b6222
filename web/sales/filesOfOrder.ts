import { useEffect, useState } from "react";
import { contentOf, download } from "../api/download.ts";

/** Addresses of kept pictures, by file id, as they come in. */
export const usePictures = (fileIds: readonly string[]): Readonly<Record<string, string>> => {
  const [urls, setUrls] = useState<Record<string, string>>({});
  const asked = fileIds.join(",");
  useEffect(() => {
    let isOver = false;
    for (const id of asked.split(",").filter(Boolean))
      contentOf(`/files/${id}?width=320`).then(
        (url) => !isOver && setUrls((known) => ({ ...known, [id]: url })),
        () => {},
      );
    return () => {
      isOver = true;
    };
  }, [asked]);
  return urls;
};

/** Gives a quote as PDF to whoever may have it. */
export const downloadQuote = (signOffId: string, number: string): Promise<void> =>
  download(`/sign-offs/${signOffId}/pdf`, `${number}.pdf`);
