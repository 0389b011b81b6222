import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { capabilities, root } from "./capabilities.ts";
import { breachesInTables } from "./tables.ts";

const folder = join(root, "db/migrations");

describe("a migration", () => {
  test("changes its owner's tables only, and its foreign keys point down", () => {
    const migrations = readdirSync(folder)
      .filter((name) => name.endsWith(".sql"))
      .toSorted()
      .map((name) => ({ name, sql: readFileSync(join(folder, name), "utf8") }));
    expect(migrations.length).toBeGreaterThan(0);
    expect(breachesInTables(migrations, capabilities)).toEqual([]);
  });
});

describe("a planted breach in a migration", () => {
  const map = { platform: [], crm: [], orders: ["crm"] };
  const first = [
    {
      name: "0001_crm_contacts.sql",
      sql: "create table contacts (id uuid primary key); -- references orders",
    },
    {
      name: "0002_orders_orders.sql",
      sql: `create table orders (contact_id uuid references "contacts" (id));`,
    },
  ];

  test("is told apart from what is allowed", () => {
    expect(breachesInTables(first, map)).toEqual([]);
  });

  test.for([
    [
      "0003_crm_last_order.sql",
      "alter table contacts add last uuid references orders",
      "references orders of orders",
    ],
    ["0003_orders_mail.sql", "ALTER TABLE contacts ADD mail text", "changes contacts of crm"],
    ["0003_orders_site.sql", "create table s (id uuid references sites)", "references sites of nobody"],
    ["0003_cellar_wine.sql", "select 1", "the name has no owner from the list"],
  ] as const)("is caught: %s", ([name, sql, breach]) => {
    expect(breachesInTables([...first, { name, sql }], map)).toEqual([`${name}: ${breach}`]);
  });
});
