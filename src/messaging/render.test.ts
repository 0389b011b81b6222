import { describe, expect, test } from "vitest";
import { fillSubject, htmlOf, inkOn, textOf } from "./render.ts";

const brand = { name: "ChargeCars", colour: "#0066CC", phone: null, mailAddress: "info@chargecars.example" };
const text = { subject: "Hallo {name}", body: "Beste {name},\n\n[Kies een dag]({link})\n\nTot dan" };

describe("a mail", () => {
  test("escapes what is filled in", () => {
    const html = htmlOf(text, { name: "<script>alert(1)</script>", link: "https://x.example" }, brand, "nl");
    expect(html).not.toContain("<script>");
  });

  test("has a button that only leads to the web", () => {
    expect(htmlOf(text, { name: "A", link: "https://x.example/c/1" }, brand, "nl")).toContain('href="https:');
    expect(htmlOf(text, { name: "A", link: "javascript:alert(1)" }, brand, "nl")).toContain('href="#"');
  });

  test("keeps its subject on one line", () => {
    expect(fillSubject(text.subject, { name: "A\r\nBcc: b@example.org" })).toBe("Hallo A Bcc: b@example.org");
  });

  test("reads well as plain text", () => {
    expect(textOf(text.body, { name: "Anna", link: "https://x.example" })).toBe(
      "Beste Anna,\n\nKies een dag:\nhttps://x.example\n\nTot dan",
    );
  });

  test("leaves out a paragraph whose names all have nothing to say", () => {
    const body = "Beste {name},\n\nReden: {reason}\n\nBel {name} of {reason}";
    expect(textOf(body, { name: "Anna", reason: "" })).toBe("Beste Anna,\n\nBel Anna of ");
    expect(htmlOf({ subject: "", body }, { name: "Anna" }, brand, "nl")).not.toContain("Reden");
  });

  test("ends with who sent it and a number as people read it", () => {
    const html = htmlOf(text, { name: "A" }, { ...brand, phone: "+31688411000" }, "nl");
    expect(html).toContain("ChargeCars · 06 88 41 10 00 · info@chargecars.example");
  });

  test("has ink that can be read on the brand's colour", () => {
    expect([inkOn("#0066CC"), inkOn("#FFB800")]).toEqual(["#ffffff", "#000000"]);
  });
});
