export { type BrandedDocument, type Letterhead, pdfStyles, renderDocument } from "./document.ts";
