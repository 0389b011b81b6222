import { useEffect, useState } from "react";
import { bearer } from "../api/bearer.ts";

const headers = (): Record<string, string> => {
  const token = bearer();
  return token ? { authorization: `Bearer ${token}` } : {};
};

/** The content of a file as an address in this page; customers prove themselves by their link, so an `<img>` cannot ask. */
const contentOf = async (path: string): Promise<string> => {
  const response = await fetch(`/api/v1${path}`, { headers: headers(), credentials: "same-origin" });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return URL.createObjectURL(await response.blob());
};

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
export const downloadQuote = async (signOffId: string, name: string): Promise<void> => {
  const url = await contentOf(`/sign-offs/${signOffId}/pdf`);
  const link = Object.assign(document.createElement("a"), { href: url, download: `${name}.pdf` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
