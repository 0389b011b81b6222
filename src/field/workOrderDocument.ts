import { Image, Text, View } from "@react-pdf/renderer";
import { createElement as h, type ReactNode } from "react";
import type { Language } from "#crm";
import { dayOf, dayText } from "#platform";
import { type Letterhead, pdfStyles, renderDocument } from "#platform/pdf";
import { type Answers, checklistOf } from "./checklists.ts";
import { documentWords } from "./documentWords.ts";
import { questionWords } from "./questionWords.ts";

export interface Picture {
  data: Buffer;
  format: "jpg" | "png";
}

export interface WorkOrderPaper {
  number: string;
  language: Language;
  jobKind: string;
  answers: Answers;
  materials: readonly { description: string; quantity: number }[];
  assets: readonly { name: string; serial: string; ean: string }[];
  lmra: { outcome: string; riskLevel: string; otherRisks: string; byName: string; doneAt: string } | null;
  workPerformed: string | null;
  remarks: string | null;
  signedName: string;
  signedAt: string;
  signature: Picture | null;
  photos: readonly Picture[];
}

const heading = (text: string) =>
  h(Text, { style: [pdfStyles.paragraph, { fontWeight: 700, fontSize: 11 }], minPresenceAhead: 90 }, text);

const rows = (pairs: readonly (readonly [string, string])[]) =>
  h(
    View,
    null,
    ...pairs.map(([label, value], key) =>
      h(
        View,
        { key, style: pdfStyles.row, wrap: false },
        h(Text, { style: pdfStyles.wide }, label),
        h(Text, { style: { width: 190, textAlign: "right" } }, value),
      ),
    ),
  );

/** The typeface of our paper has no Ω, so it is written out. */
const answerText = (paper: WorkOrderPaper, id: string, unit: string | undefined): string => {
  const t = documentWords[paper.language];
  const answer = paper.answers[id];
  if (answer === true) return t.yes;
  if (answer === "not_applicable") return t.notApplicable;
  return unit ? `${answer} ${unit.replace("Ω", "ohm")}` : String(answer ?? "");
};

const checklist = (paper: WorkOrderPaper) =>
  rows(
    checklistOf(paper.jobKind).questions.map(({ id, unit }) => [
      (questionWords[paper.language] as Readonly<Record<string, string>>)[id] ?? id,
      answerText(paper, id, unit),
    ]),
  );

const pictures = (photos: readonly Picture[]) =>
  h(
    View,
    { style: { flexDirection: "row", flexWrap: "wrap", marginTop: 8 } },
    ...photos.map((picture, key) =>
      h(Image, {
        key,
        src: picture,
        style: { width: 160, height: 120, objectFit: "cover", marginRight: 6, marginBottom: 6 },
      }),
    ),
  );

const signatureOf = ({ signature, signedName, signedAt, language }: WorkOrderPaper) => {
  const moment = new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Amsterdam",
  }).format(new Date(signedAt));
  return h(
    View,
    { wrap: false },
    signature
      ? h(Image, {
          src: signature,
          style: { width: 180, height: 70, objectFit: "contain" },
        })
      : null,
    h(Text, null, `${signedName}, ${moment}`),
  );
};

/** The inside of a work order on paper. */
const contentOf = (paper: WorkOrderPaper): ReactNode => {
  const t = documentWords[paper.language];
  const { lmra } = paper;
  const goods = paper.materials.map(({ description, quantity }) => [description, String(quantity)] as const);
  const serials = paper.assets.map(
    ({ name, serial, ean }) => [name, [serial, ean].filter(Boolean).join(" · ")] as const,
  );
  const lmraRows = lmra
    ? ([
        [t.lmraOutcome, t.outcomes[lmra.outcome as keyof typeof t.outcomes]],
        [t.lmraBy, lmra.byName],
        ...(lmra.otherRisks ? [[t.risks, lmra.otherRisks] as const] : []),
      ] as const)
    : [];
  return h(
    View,
    null,
    heading(t.safety),
    rows(lmraRows),
    ...(goods.length > 0 ? [heading(t.materials), rows(goods)] : []),
    ...(serials.length > 0 ? [heading(t.serials), rows(serials)] : []),
    heading(t.checklist),
    checklist(paper),
    ...(paper.workPerformed ? [heading(t.performed), h(Text, null, paper.workPerformed)] : []),
    ...(paper.remarks ? [heading(t.remarks), h(Text, null, paper.remarks)] : []),
    ...(paper.photos.length > 0 ? [heading(t.photos), pictures(paper.photos)] : []),
    heading(t.signed),
    signatureOf(paper),
  );
};

/** The signed work order as a PDF, on the paper of the entity that did the work. */
export const renderWorkOrder = (
  paper: WorkOrderPaper,
  {
    letterhead,
    orderNumber,
    addressee,
  }: { letterhead: Letterhead; orderNumber: string; addressee: readonly string[] },
): Promise<Buffer> => {
  const { language, number, signedAt } = paper;
  const t = documentWords[language];
  return renderDocument({
    letterhead,
    language,
    title: `${t.title} ${number}`,
    facts: [
      [t.date, dayText(dayOf(signedAt), language)],
      [t.order, orderNumber],
    ],
    addressee,
    content: contentOf(paper),
  });
};
