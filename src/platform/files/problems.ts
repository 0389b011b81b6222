import { problem } from "../contract/index.ts";

export const fileTooLarge = problem<{ mostMegabytes: number }>(
  "platform/file-too-large",
  413,
  "This file is too large",
);
export const fileTypeNotAllowed = problem<{ allowed: readonly string[] }>(
  "platform/file-type-not-allowed",
  415,
  "Files of this type are not kept here",
);
export const fileUnreadable = problem("platform/file-unreadable", 422, "This picture is damaged or too big");
export const noFileGiven = problem("platform/no-file-given", 422, "There is no file in this request");
export const noPreview = problem("platform/no-preview", 404, "There is no smaller picture of this file");
