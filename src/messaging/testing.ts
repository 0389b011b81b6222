export { openAttachment } from "./actions/openAttachment.ts";
