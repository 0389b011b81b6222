import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { automation } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { fenna, noor } from "../../tests/cast.ts";
import { changeContact } from "./actions/changeContact.ts";
import { changeOrganization } from "./actions/changeOrganization.ts";
import { type Customer, crm, matchOrMakeCustomer } from "./index.ts";

let house: House;
let anna: Customer;
beforeAll(async () => {
  house = await openHouse([crm]);
  anna = await house.works(automation("setup"), (work) =>
    matchOrMakeCustomer(work, {
      initials: null,
      firstName: "Anna",
      infix: "van den",
      lastName: "Berg",
      email: "anna@example.org",
      phone: "+31688412207",
      company: null,
      language: "nl",
    }),
  );
});
afterAll(() => house.close());

const changedMeanwhile = (...fields: string[]) => ({
  type: "platform/changed-meanwhile",
  status: 409,
  facts: { fields },
});

describe("a person two colleagues change", () => {
  test("keeps what the first one wrote, and tells the second", async () => {
    const contactId = anna.contact.id;
    const was = { phone: "+31688412207" };
    const first = await house.does(noor, changeContact, { contactId, phone: "0688412208", was });
    expect(first).toMatchObject({ phone: "+31688412208", firstName: "Anna" });
    await expect(
      house.does(noor, changeContact, { contactId, phone: "0688412209", was }),
    ).rejects.toMatchObject(changedMeanwhile("phone"));
    const chosen = { contactId, phone: "0688412209", was: { phone: "+31688412208" } };
    expect(await house.does(noor, changeContact, chosen)).toMatchObject({ phone: "+31688412209" });
  });

  test("lets each change another field", async () => {
    const contactId = anna.contact.id;
    await house.does(noor, changeContact, { contactId, firstName: "Annie", was: { firstName: "Anna" } });
    const other = { contactId, email: "annie@example.org", was: { email: "anna@example.org" } };
    expect(await house.does(noor, changeContact, other)).toMatchObject({
      firstName: "Annie",
      email: "annie@example.org",
    });
  });

  test("has a telephone number that can be called, or none", async () => {
    const contactId = anna.contact.id;
    for (const phone of ["bel na zessen", "12", "06"])
      await expect(house.does(noor, changeContact, { contactId, phone })).rejects.toMatchObject({
        status: 422,
        facts: { errors: [{ pointer: "/phone", problem: "not-phone" }] },
      });
    const organizationId = anna.organization.id;
    await expect(
      house.does(noor, changeOrganization, { organizationId, phone: "niet bekend" }),
    ).rejects.toMatchObject({ status: 422 });
    expect(await house.does(noor, changeContact, { contactId, phone: "0470 12 34 56" })).toMatchObject({
      phone: expect.stringMatching(/^\+\d+$/) as string,
    });
    expect(await house.does(noor, changeContact, { contactId, phone: "" })).toMatchObject({ phone: null });
  });

  test("stays out of reach of who may not, and of who asks for nobody", async () => {
    const nobody = { contactId: "01900000-0000-7000-8000-000000000000", firstName: "Anna" };
    await expect(
      house.does(fenna, changeContact, { contactId: anna.contact.id, firstName: "A" }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(house.does(noor, changeContact, nobody)).rejects.toMatchObject({ status: 404 });
  });
});

describe("an organization two colleagues change", () => {
  test("keeps what the first one wrote, and tells the second", async () => {
    const organizationId = anna.organization.id;
    const was = { invoiceEmail: null };
    const first = { organizationId, invoiceEmail: "facturen@example.org", was };
    expect(await house.does(noor, changeOrganization, first)).toMatchObject({
      invoiceEmail: "facturen@example.org",
    });
    await expect(
      house.does(noor, changeOrganization, { organizationId, invoiceEmail: "boek@example.org", was }),
    ).rejects.toMatchObject(changedMeanwhile("invoiceEmail"));
  });

  test("can be mended when what stood there would be refused today", async () => {
    const organizationId = anna.organization.id;
    await house.works(automation("import"), (work) =>
      work.tx
        .updateTable("organizations")
        .set({ email: "geen adres" })
        .where("id", "=", organizationId)
        .execute(),
    );
    const mended = { organizationId, email: "anna@example.org", was: { email: "geen adres" } };
    expect(await house.does(noor, changeOrganization, mended)).toMatchObject({ email: "anna@example.org" });
  });
});
