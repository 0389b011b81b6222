import { describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { testHouse } from "../testHouse.ts";
import { addAbsence } from "./actions/addAbsence.ts";
import { addCertificate, changeCertificate } from "./actions/keepCertificate.ts";
import { addMechanicByHand, changeMechanic } from "./actions/keepMechanic.ts";
import { setRoster } from "./actions/setRoster.ts";

const { house, crew } = await testHouse();

const refused = (pointer: string, problem = "ends-before-begin") => ({
  status: 422,
  facts: { errors: [{ pointer, problem }] },
});

describe("what is typed about somebody", () => {
  test("is refused at its field when it ends before it begins", async () => {
    const { mechanicId } = await crew();
    const employed = { activeFrom: "2026-05-01", activeUntil: "2026-04-30" };
    await expect(house.does(noor, changeMechanic, { mechanicId, ...employed })).rejects.toMatchObject(
      refused("/activeUntil"),
    );
    await house.does(noor, changeMechanic, { mechanicId, activeFrom: "2026-05-01" });
    await expect(
      house.does(noor, changeMechanic, { mechanicId, activeUntil: "2026-04-30" }),
    ).rejects.toMatchObject(refused("/activeUntil"));
    const paper = { mechanicId, kind: "lmra", issuedOn: "2026-03-01", authority: "STIPEL" };
    await expect(
      house.does(noor, addCertificate, { ...paper, expiresOn: "2025-03-01" }),
    ).rejects.toMatchObject(refused("/expiresOn"));
    const { id: certificateId } = await house.does(noor, addCertificate, paper);
    await expect(
      house.does(noor, changeCertificate, { certificateId, expiresOn: "2026-02-01" }),
    ).rejects.toMatchObject(refused("/expiresOn"));
    const days = [{ weekday: 1, startsAt: "17:00", endsAt: "08:00" }];
    await expect(
      house.does(noor, setRoster, { mechanicId, validFrom: "2026-03-01", days }),
    ).rejects.toMatchObject(refused("/days/0/endsAt"));
    const away = { mechanicId, kind: "vacation", fromOn: "2026-03-10" } as const;
    await expect(house.does(noor, addAbsence, { ...away, untilOn: "2026-03-09" })).rejects.toMatchObject(
      refused("/untilOn"),
    );
    const between = { ...away, untilOn: "2026-03-10", awayFrom: "12:00", awayUntil: "11:00" };
    await expect(house.does(noor, addAbsence, between)).rejects.toMatchObject(refused("/awayUntil"));
  });

  test("is refused at its field when a day has no hours, or two sets of them", async () => {
    const { mechanicId } = await crew({ name: "Ploeg 7" });
    const keeps = (...days: { weekday: number; startsAt: string; endsAt: string }[]) =>
      house.does(noor, setRoster, { mechanicId, validFrom: "2026-03-01", days });
    const monday = { weekday: 1, startsAt: "08:00", endsAt: "17:00" };
    await expect(keeps({ ...monday, endsAt: "08:00" })).rejects.toMatchObject(refused("/days/0/endsAt"));
    await expect(keeps(monday, { ...monday, startsAt: "09:00" })).rejects.toMatchObject(
      refused("/days/1/weekday", "twice"),
    );
    await keeps(monday, { ...monday, weekday: 2 });
  });

  test("is refused at its field when a certificate names a file that is not there", async () => {
    const { mechanicId } = await crew({ name: "Ploeg 8" });
    const paper = { mechanicId, kind: "lmra", issuedOn: "2026-02-01", authority: "STIPEL" };
    const fileId = crypto.randomUUID();
    const unknown = refused("/fileId", "unknown");
    await expect(house.does(noor, addCertificate, { ...paper, fileId })).rejects.toMatchObject(unknown);
    const { id: certificateId } = await house.does(noor, addCertificate, paper);
    await expect(house.does(noor, changeCertificate, { certificateId, fileId })).rejects.toMatchObject(
      unknown,
    );
  });

  test("is refused where a year or a postcode was mistyped", async () => {
    const { mechanicId } = await crew({ name: "Ploeg 9" });
    await expect(
      house.does(noor, changeMechanic, { mechanicId, activeFrom: "2062-03-01" }),
    ).rejects.toMatchObject(refused("/activeFrom", "too-far-ahead"));
    const paper = { mechanicId, kind: "lmra", issuedOn: "2062-03-01", authority: "STIPEL" };
    await expect(house.does(noor, addCertificate, paper)).rejects.toMatchObject(
      refused("/issuedOn", "too-far-ahead"),
    );
    const home = { postalCode: "QQ99" };
    await expect(
      house.does(noor, addMechanicByHand, { code: "M99", name: "Piet Post", firstName: "Piet", home }),
    ).rejects.toMatchObject(refused("/home/postalCode", "place-unknown"));
  });
});
