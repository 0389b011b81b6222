import { phoneText } from "#platform/contract";
import type { MailText } from "./template.ts";

export type Variables = Readonly<Record<string, string>>;

/** How a mail is dressed: the entity it comes from. */
export interface MailBrand {
  name: string;
  colour: string;
  phone: string | null;
  mailAddress: string;
}

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Fills in `{name}`; a name nobody gave is left out. */
export const fill = (text: string, variables: Variables): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => variables[name] ?? "");

/** A subject is one line, whatever was filled in. */
export const fillSubject = (subject: string, variables: Variables): string =>
  fill(subject, variables).replace(/\s+/g, " ").trim();

const button = /^\[([^\]]+)\]\((\S+)\)$/;
const onlyWeb = (address: string) => (/^https?:\/\//.test(address) ? address : "#");

/** Whether a paragraph says nothing: all it would tell was not given, such as a reason nobody wrote. */
const isUntold = (paragraph: string, variables: Variables) => {
  const names = [...paragraph.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
  return names.length > 0 && names.every((name) => !variables[name]);
};

const paragraphsOf = (body: string, variables: Variables) =>
  body
    .trim()
    .split(/\n\s*\n/)
    .filter((paragraph) => !isUntold(paragraph, variables));

/** The mail as plain text: buttons become a label with the address below it. */
export const textOf = (body: string, variables: Variables): string =>
  paragraphsOf(body, variables)
    .map((paragraph) => {
      const found = button.exec(paragraph.trim());
      return found
        ? `${fill(found[1]!, variables)}:\n${fill(found[2]!, variables)}`
        : fill(paragraph, variables);
    })
    .join("\n\n");

/** White on the brand's colour, or black where that reads better (WCAG relative luminance). */
export const inkOn = (colour: string): string => {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? "#ffffff" : "#000000";
};

const htmlParagraph = (paragraph: string, variables: Variables, { colour }: MailBrand) => {
  const found = button.exec(paragraph.trim());
  if (!found) {
    const lines = paragraph.split("\n").map((line) => escape(fill(line, variables)));
    return `<p style="margin:0 0 16px">${lines.join("<br>")}</p>`;
  }
  const style = `display:inline-block;padding:12px 20px;border-radius:6px;background:${colour};color:${inkOn(colour)};text-decoration:none;font-weight:600`;
  return `<p style="margin:24px 0"><a href="${escape(onlyWeb(fill(found[2]!, variables)))}" style="${style}">${escape(fill(found[1]!, variables))}</a></p>`;
};

/** The mail in the entity's brand; everything filled in is escaped, so that a name can never be markup. */
export const htmlOf = (
  { subject, body }: MailText,
  variables: Variables,
  brand: MailBrand,
  language: string,
): string => {
  const content = paragraphsOf(body, variables).map((paragraph) =>
    htmlParagraph(paragraph, variables, brand),
  );
  const footer = [brand.name, brand.phone && phoneText(brand.phone), brand.mailAddress]
    .filter(Boolean)
    .map((part) => escape(part!))
    .join(" · ");
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(fillSubject(subject, variables))}</title></head>
<body style="margin:0;background:#f4f5f7;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1c1f23">
<div style="max-width:560px;margin:0 auto;padding:24px 16px">
<div style="padding:0 0 16px;font-weight:700;font-size:18px"><span style="display:inline-block;width:12px;height:12px;border-radius:3px;background:${brand.colour};margin-right:8px"></span>${escape(brand.name)}</div>
<div style="background:#ffffff;border-radius:10px;padding:28px 24px">${content.join("\n")}</div>
<div style="padding:16px 8px;font-size:13px;color:#5b6270">${footer}</div>
</div></body></html>`;
};
