import { describe, expect, test } from "vitest";
import { matchOrMakeCustomer, splitName } from "#crm";
import type { LinkHolder } from "#platform";
import { wishEarlier } from "../earlier/customer.ts";
import { testHouse } from "../testHouse.ts";
import { robot, testDay } from "../testing.ts";
import { bookVisit } from "../visits/actions/office.ts";
import { myOffers, myVisit } from "../visits/queries/outside.ts";
import { bookSlot, dropMyVisit, holdSlot } from "./actions/customer.ts";

const { house, crew, waiting } = await testHouse();

/** Whoever pays a part of somebody's order, with the link from the mail about the invoice. */
const payerOf = async (customer: LinkHolder): Promise<LinkHolder> => {
  const { contact, organization } = await house.works(robot, (work) =>
    matchOrMakeCustomer(work, {
      ...splitName("Lies Lease"),
      company: "Lease BV",
      email: "lies@example.org",
      phone: null,
    }),
  );
  return { ...customer, purpose: "invoice", contactId: contact.id, organizationId: organization.id };
};

describe("somebody who only pays a part of an order", () => {
  test("sees when the crew comes, and neither moves nor drops what is somebody else's appointment", async () => {
    await crew();
    const { visit, customer } = await waiting();
    const payer = await payerOf(customer);
    const visitId = visit.id;
    const refused = { type: "platform/forbidden" };
    await expect(house.asks(payer, myOffers, {})).rejects.toMatchObject(refused);
    const slot = { visitId, on: testDay, part: "morning" } as const;
    await expect(house.does(payer, holdSlot, slot)).rejects.toMatchObject(refused);
    await expect(house.does(payer, bookSlot, slot)).rejects.toMatchObject(refused);
    await house.does(robot, bookVisit, slot);
    const [seen] = (await house.asks(payer, myVisit, {})).visits;
    expect(seen).toMatchObject({ on: testDay, isMine: false, canChoose: false, canChange: false });
    await expect(house.does(payer, dropMyVisit, { visitId, reason: "Te duur" })).rejects.toMatchObject(
      refused,
    );
    const wish = { weekdays: [1], parts: ["morning" as const] };
    await expect(house.does(payer, wishEarlier, { visitId, wish })).rejects.toMatchObject(refused);
    const [mine] = (await house.asks(customer, myVisit, {})).visits;
    expect(mine).toMatchObject({ isMine: true, canChange: true, status: "scheduled" });
  });
});
