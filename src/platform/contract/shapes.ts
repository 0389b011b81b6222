import { z } from "zod";
import { hasControlCharacters, seenText } from "./controlCharacters.ts";

/** A UUIDv7, made by whoever makes the thing, also offline. */
export const Id = z.uuid();

/** A moment in time: ISO 8601 in UTC with milliseconds, such as `2026-11-24T08:00:00.000Z`; sorts as text. */
export const Instant = z.iso.datetime({ offset: false, precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** A calendar day without a time zone, `2026-11-24`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** A time of day at the site, `08:30`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Money in whole cents of the entity's currency; may be negative on credits. */
export const Cents = z.int();
export type Cents = z.infer<typeof Cents>;

/** The price of one of a thing: below a million euros either way, so that a slip is refused and every sum stays exact. */
export const UnitPrice = Cents.min(-100_000_000).max(100_000_000);

/** A VAT rate in basis points: 2100 is 21 %. */
export const VatRate = z.int().min(0).max(10_000);
export type VatRate = z.infer<typeof VatRate>;

/** How many of an article; at most three decimals. */
export const Quantity = z.number().positive().max(100_000).multipleOf(0.001);

/** Text somebody types: trimmed, Unicode NFC, without control characters, never longer than `max` characters. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .normalize("NFC")
    .overwrite(seenText)
    .max(max)
    .refine((value) => !hasControlCharacters(value), "control characters are not allowed");

/** Text that must say something. */
export const filledText = (max: number) => text(max).min(1);

/** An e-mail address, trimmed and in lower case. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** A telephone number by its looks, or an empty field; whether it can be called is for whoever knows the numbers of its country. */
export const Phone = text(40).pipe(
  z.stringFormat("phone", (typed) => typed === "" || typed.replace(/\D/g, "").length >= 6),
);

/** Several values of one kind in a URL: `status=planning,scheduled`. */
export const many = <T extends z.ZodType>(value: T) =>
  z.preprocess(
    (given) => (typeof given === "string" ? given.split(",").filter(Boolean) : given),
    z.array(value),
  );

/** A yes or no in a URL. */
export const Flag = z.preprocess(
  (given) => (given === "true" ? true : given === "false" ? false : given),
  z.boolean(),
);

/** For every move of a thing: whether it can be done now, and which requirements are still missing. */
export const Moves = z.record(z.string(), z.object({ can: z.boolean(), missing: z.array(z.string()) }));
export type Moves = z.infer<typeof Moves>;

/** The answer of a call that has nothing to say but that it worked. */
export const Done = z.object({ done: z.literal(true) });
