import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { Agenda } from "./agenda.ts";

const at = (time: string, day = "2026-03-02") => `${day}T${time}:00.000Z`;

const storyOf = () => {
  const agenda = new Agenda();
  const told: string[] = [];
  const plan = (
    moment: string,
    about: string,
    more: {
      competes?: string;
      isAlone?: boolean;
      begins?: boolean;
      milliseconds?: number;
      afterwards?: number;
      leadsTo?: () => void;
    } = {},
  ) =>
    agenda.plan({
      at: moment,
      about,
      competes: more.competes,
      isAlone: more.isAlone ?? false,
      begins: more.begins ?? false,
      run: async (release) => {
        told.push(`${about} begins`);
        await pause(more.milliseconds ?? 1);
        told.push(`${about} ends`);
        more.leadsTo?.();
        release();
        if (more.afterwards) await pause(more.afterwards);
      },
    });
  return { plan, told, live: () => agenda.live() };
};

describe("the agenda of the story", () => {
  test("does steps about different orders side by side, and those about one order in their order", async () => {
    const { plan, told, live } = storyOf();
    plan(at("10:00"), "b", { milliseconds: 5 });
    plan(at("09:00"), "a", { milliseconds: 20 });
    plan(at("09:30"), "a");
    expect(await live()).toBe(3);
    expect(told).toEqual(["a begins", "b begins", "b ends", "a ends", "a begins", "a ends"]);
  });

  test("lets those that compete go in order of time, however slow the first is", async () => {
    const { plan, told, live } = storyOf();
    plan(at("09:00"), "slow", { competes: "places", milliseconds: 20 });
    plan(at("09:10"), "second", { competes: "places" });
    plan(at("09:20"), "third", { competes: "places" });
    await live();
    expect(told.filter((line) => line.endsWith("begins"))).toEqual([
      "slow begins",
      "second begins",
      "third begins",
    ]);
    expect(told.indexOf("second begins")).toBeGreaterThan(told.indexOf("slow ends"));
  });

  test("lets the next compete once, however long a step goes on after it let go", async () => {
    const { plan, told, live } = storyOf();
    plan(at("09:00"), "first", { competes: "places", afterwards: 10 });
    plan(at("09:10"), "second", { competes: "places", milliseconds: 40 });
    plan(at("09:20"), "third", { competes: "places" });
    await live();
    expect(told.indexOf("third begins")).toBeGreaterThan(told.indexOf("second ends"));
  });

  test("keeps what is alone apart from all before and after it", async () => {
    const { plan, told, live } = storyOf();
    plan(at("07:00"), "early", { milliseconds: 10 });
    plan(at("08:00"), "morning", { isAlone: true });
    plan(at("08:30"), "late");
    await live();
    expect(told.map((line) => line.split(" ")[0])).toEqual([
      "early",
      "early",
      "morning",
      "morning",
      "late",
      "late",
    ]);
  });

  test("lets what begins something go days ahead, one after the other, and what follows from it wait for its turn", async () => {
    const { plan, told, live } = storyOf();
    const begins = (moment: string, about: string, more: object = {}) =>
      plan(moment, about, { begins: true, competes: "numbers", ...more });
    plan(at("07:00"), "early", { milliseconds: 30 });
    plan(at("08:00"), "morning", { isAlone: true, milliseconds: 30 });
    begins(at("09:00", "2026-03-04"), "first", {
      milliseconds: 5,
      leadsTo: () => plan(at("09:00", "2026-03-04"), "follows"),
    });
    begins(at("09:00", "2026-03-05"), "second", { milliseconds: 40 });
    begins(at("09:00", "2026-05-12"), "far");
    await live();
    expect(told).toEqual([
      "early begins",
      "first begins",
      "first ends",
      "second begins",
      "early ends",
      "morning begins",
      "second ends",
      "morning ends",
      "follows begins",
      "follows ends",
      "far begins",
      "far ends",
    ]);
  });

  test("does not look further ahead than a night is long, and with those that compete than they were planned before", async () => {
    const { plan, told, live } = storyOf();
    plan(at("08:00"), "today", { milliseconds: 10 });
    plan(at("09:30"), "competes", { competes: "places" });
    plan(at("15:30"), "afternoon");
    plan(at("20:00"), "tonight");
    await live();
    expect(told.slice(0, 4)).toEqual(["today begins", "afternoon begins", "afternoon ends", "today ends"]);
    expect(told.slice(4).filter((line) => line.endsWith("begins"))).toEqual([
      "competes begins",
      "tonight begins",
    ]);
  });

  test("does what a step plans, and ends when one fails", async () => {
    const { plan, told, live } = storyOf();
    plan(at("09:00"), "first", { leadsTo: () => plan(at("10:00"), "follows") });
    plan(at("20:00", "2026-03-03"), "fails", {
      leadsTo: () => {
        throw new Error("no way");
      },
    });
    plan(at("22:00", "2026-03-04"), "never");
    await expect(live()).rejects.toThrow("no way");
    expect(told).toContain("follows ends");
    expect(told).not.toContain("never begins");
  });
});
