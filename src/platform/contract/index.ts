export { seenText, withoutControlCharacters } from "./controlCharacters.ts";
export * from "./endpoint.ts";
export * from "./list.ts";
export * from "./money.ts";
export { phoneText } from "./phoneText.ts";
export * from "./problem.ts";
export * from "./shapes.ts";
export * from "./statusMachine.ts";
export { withoutUndefined } from "./withoutUndefined.ts";
