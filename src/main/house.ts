import { billing } from "#billing";
import { catalog } from "#catalog";
import { crm } from "#crm";
import { field } from "#field";
import { messaging } from "#messaging";
import { ordering } from "#orders";
import { partners } from "#partners";
import { planning } from "#planning";
import { type Capability, desk, files, identity, views } from "#platform";
import { sales } from "#sales";

/** Every room of the house, from the ground floor up. */
export const capabilities: readonly Capability[] = [
  identity,
  files,
  desk,
  views,
  crm,
  catalog,
  ordering,
  messaging,
  sales,
  planning,
  field,
  billing,
  partners,
];
