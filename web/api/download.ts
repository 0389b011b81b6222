import { bearer } from "./bearer.ts";

const headers = (): Record<string, string> => {
  const token = bearer();
  return token ? { authorization: `Bearer ${token}` } : {};
};

/** The content of a file as an address in this page; customers prove themselves by their link, so an `<img>` cannot ask. */
export const contentOf = async (path: string): Promise<string> => {
  const response = await fetch(`/api/v1${path}`, { headers: headers(), credentials: "same-origin" });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return URL.createObjectURL(await response.blob());
};

const save = (href: string, name: string) => {
  Object.assign(document.createElement("a"), { href, download: name }).click();
};

/** Saves what stands at an address of the API under a name. */
export const download = async (path: string, name: string): Promise<void> => {
  const url = await contentOf(path);
  save(url, name);
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** Saves a text that is in the page already, such as an appointment for a calendar. */
export const saveText = (text: string, name: string, type: string): void =>
  save(`data:${type};charset=utf-8,${encodeURIComponent(text)}`, name);
