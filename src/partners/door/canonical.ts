import { type Address, phoneNumber, readAddress, splitInfix, splitName } from "#crm";
import { Email, type FieldProblem, seenText, withoutControlCharacters } from "#platform";
import { canonicalFields, type FieldMap, formQuestions, valueAt } from "./fieldMap.ts";

export interface CanonicalProduct {
  partnerSku: string;
  quantity: number;
  description: string | null;
}

/** A partner's order in our own form: normalised, whatever shape it came in. */
export interface CanonicalOrder {
  partnerOrderId: string;
  kind: "order" | "lead";
  customer: {
    company: string | null;
    vatNumber: string | null;
    firstName: string | null;
    initials: string | null;
    infix: string | null;
    lastName: string;
    email: string;
    phone: string | null;
  };
  site: Address | null;
  billingAddress: Address | null;
  products: CanonicalProduct[];
  preferredDate: string | null;
  notes: string | null;
  references: {
    purchaseOrder: string | null;
    customerAccount: string | null;
    dealerGroup: string | null;
    dealer: string | null;
    salesAgent: string | null;
  };
  intake: Record<string, unknown> | null;
  files: { url: string; name: string | null; kind: string | null }[];
}

export type Reading = { order: CanonicalOrder; errors: [] } | { order: null; errors: FieldProblem[] };

const longest: Record<string, number> = { notes: 4000, "products.description": 500 };

const dayOf = (typed: string | null): string | null => {
  if (!typed) return null;
  const dutch = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(typed);
  const iso = dutch
    ? `${dutch[3]}-${dutch[2]!.padStart(2, "0")}-${dutch[1]!.padStart(2, "0")}`
    : typed.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(iso)) ? iso : null;
};

/** Reads fields through a map and remembers what was wrong with them. */
class Reader {
  readonly errors: FieldProblem[] = [];
  readonly payload: unknown;
  readonly fields: FieldMap;

  constructor(payload: unknown, fields: FieldMap) {
    this.payload = payload;
    this.fields = fields;
  }

  value(name: string): unknown {
    const path = this.fields[name];
    return path === undefined ? undefined : valueAt(this.payload, path);
  }

  /** Text, tidy; empty is absent. Anything but text or a number is refused. */
  text(name: string): string | null {
    return this.tidy(name, this.value(name), this.fields[name]);
  }

  tidy(
    name: string,
    value: unknown,
    partnerField: string | undefined,
    pointer = `/${name.replaceAll(".", "/")}`,
  ): string | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== "string" && typeof value !== "number")
      return this.refuse(pointer, "wrong_type", partnerField);
    const whole = String(value).toWellFormed().normalize("NFC");
    const tidy = seenText(withoutControlCharacters(whole)).trim();
    if (tidy.length > (longest[name] ?? 200)) return this.refuse(pointer, "too_long", partnerField);
    return tidy === "" ? null : tidy;
  }

  /** Notes what is wrong with a field; that it is needed is not said of one that is wrong already. */
  refuse(pointer: string, problem: string, partnerField: string | undefined): null {
    if (problem === "required" && this.errors.some((error) => error.pointer === pointer)) return null;
    const name = partnerField?.replace(/^q:/, "");
    const message = `${name ?? pointer}: ${problem.replaceAll("_", " ")}`;
    this.errors.push({ pointer, problem, message, ...(name ? { partner_field: name } : {}) });
    return null;
  }

  required(name: string): string {
    const text = this.text(name);
    if (text === null) this.refuse(`/${name.replaceAll(".", "/")}`, "required", this.fields[name]);
    return text ?? "";
  }
}

const readCustomer = (reader: Reader, isLead: boolean) => {
  const whole = reader.text("customer.name");
  const lastName = reader.text("customer.last_name");
  if (!whole && !lastName)
    reader.refuse(
      "/customer/name",
      "required",
      reader.fields["customer.name"] ?? reader.fields["customer.last_name"],
    );
  const split = whole ? splitName(whole) : { ...splitInfix(lastName ?? ""), firstName: null, initials: null };
  const typed = reader.required("customer.email");
  const email = Email.safeParse(typed);
  if (typed && !email.success)
    reader.refuse("/customer/email", "not_a_mail_address", reader.fields["customer.email"]);
  const typedPhone = isLead ? reader.text("customer.phone") : reader.required("customer.phone");
  return {
    company: reader.text("customer.company"),
    vatNumber: reader.text("customer.vat_number"),
    firstName: reader.text("customer.first_name") ?? split.firstName,
    initials: reader.text("customer.initials") ?? split.initials,
    infix: reader.text("customer.infix") ?? split.infix,
    lastName: split.lastName,
    email: email.data ?? "",
    phone: phoneNumber(typedPhone) ?? typedPhone,
  };
};

const readPlace = (reader: Reader, place: "site" | "billing"): Address | null => {
  const typed = {
    line: reader.text(`${place}.address`),
    street: reader.text(`${place}.street`),
    houseNumber: reader.text(`${place}.house_number`),
    addition: reader.text(`${place}.addition`),
    postalCode: reader.text(`${place}.postal_code`),
    city: reader.text(`${place}.city`),
    country: reader.text(`${place}.country`),
  };
  const { country: _, ...told } = typed;
  return Object.values(told).some(Boolean) ? readAddress(typed) : null;
};

const readProducts = (reader: Reader): CanonicalProduct[] => {
  const list = reader.value("products");
  if (typeof list === "string") {
    const partnerSku = reader.tidy("products", list, reader.fields.products);
    return partnerSku ? [{ partnerSku, quantity: 1, description: null }] : [];
  }
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list) || list.length > 100) {
    reader.refuse("/products", Array.isArray(list) ? "too_many" : "wrong_type", reader.fields.products);
    return [];
  }
  return list.map((line: unknown, index) => {
    const part = (name: string) => {
      const path = reader.fields[`products.${name}`];
      const value = path ? valueAt(line, path) : undefined;
      return reader.tidy(
        `products.${name}`,
        value,
        path,
        `/products/${index}/${name === "sku" ? "partner_sku" : name}`,
      );
    };
    const partnerSku = part("sku");
    if (!partnerSku)
      reader.refuse(`/products/${index}/partner_sku`, "required", reader.fields["products.sku"]);
    const quantity = Number(part("quantity") ?? 1);
    if (!(quantity > 0 && quantity <= 10_000))
      reader.refuse(`/products/${index}/quantity`, "not_a_quantity", reader.fields["products.quantity"]);
    return {
      partnerSku: partnerSku ?? "",
      quantity: Math.round(quantity * 1000) / 1000,
      description: part("description"),
    };
  });
};

const asFile = (value: unknown, name: unknown, kind: unknown) =>
  typeof value === "string" && value.startsWith("https://")
    ? [
        {
          url: value.slice(0, 2000),
          name: typeof name === "string" ? name : null,
          kind: typeof kind === "string" ? kind : null,
        },
      ]
    : [];

/** Files the partner holds for us: photos with the intake, uploads in a form. */
const readFiles = (reader: Reader): CanonicalOrder["files"] => {
  const intake = reader.value("intake") as { photos?: unknown } | undefined;
  const photos = Array.isArray(intake?.photos) ? (intake.photos as Record<string, unknown>[]) : [];
  const uploads = formQuestions(reader.payload)
    .filter(({ type, value }) => type === "FileUpload" && Array.isArray(value))
    .flatMap(({ value, name }) =>
      (value as Record<string, unknown>[]).map((file) => ({ ...file, kind: name })),
    );
  return [
    ...photos.flatMap((photo) => asFile(photo?.url, null, photo?.kind)),
    ...uploads.flatMap((file: Record<string, unknown>) => asFile(file.url, file.filename, file.kind)),
  ].slice(0, 50);
};

const readIntake = (reader: Reader): Record<string, unknown> | null => {
  const intake = reader.value("intake");
  return typeof intake === "object" && intake !== null && !Array.isArray(intake)
    ? (intake as Record<string, unknown>)
    : null;
};

/**
 * Reads a payload through a partner's field map into a canonical order. Compulsory are the partner's order id, name,
 * mail, telephone and postal code; a lead needs id, name and mail only. Every error names the field as the partner calls it.
 */
export const readPartnerOrder = (payload: unknown, fields: FieldMap = canonicalFields): Reading => {
  const reader = new Reader(payload, fields);
  const kind = reader.text("kind")?.toLowerCase() === "lead" ? "lead" : "order";
  const isLead = kind === "lead";
  const partnerOrderId = reader.required("partner_order_id");
  const customer = readCustomer(reader, isLead);
  if (!isLead) reader.required("site.postal_code");
  const order: CanonicalOrder = {
    partnerOrderId,
    kind,
    customer,
    site: readPlace(reader, "site"),
    billingAddress: readPlace(reader, "billing"),
    products: readProducts(reader),
    preferredDate: dayOf(reader.text("preferred_date")),
    notes: reader.text("notes"),
    references: {
      purchaseOrder: reader.text("references.purchase_order"),
      customerAccount: reader.text("references.customer_account"),
      dealerGroup: reader.text("references.dealer_group"),
      dealer: reader.text("references.dealer"),
      salesAgent: reader.text("references.sales_agent"),
    },
    intake: readIntake(reader),
    files: readFiles(reader),
  };
  return reader.errors.length > 0 ? { order: null, errors: reader.errors } : { order, errors: [] };
};
