export { type BrandedDocument, type Letterhead, pdfStyles, renderDocument } from "./document.ts";
export { dayText, moneyText, numberText, rateText } from "./formats.ts";
