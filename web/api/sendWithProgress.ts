import { Problem } from "#platform/contract";

export interface Upload {
  headers: Record<string, string>;
  body: FormData;
  /** How much of it is on its way, from 0 to 1. */
  onProgress: (part: number) => void;
  signal?: AbortSignal | undefined;
}

/** Sends a form like `fetch`, and tells meanwhile how far it is; `fetch` itself cannot. */
export const sendWithProgress = (
  url: string,
  { headers, body, onProgress, signal }: Upload,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener("load", () =>
      resolve(new Response(request.responseText, { status: request.status, statusText: request.statusText })),
    );
    request.addEventListener("error", () =>
      reject(new Problem("web/no-connection", 0, "No connection to the server")),
    );
    request.addEventListener("abort", () => reject(new DOMException("Stopped", "AbortError")));
    signal?.addEventListener("abort", () => request.abort());
    request.send(body);
  });
