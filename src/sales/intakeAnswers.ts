import { z } from "zod";
import { AddressInput } from "#crm/contract";
import { filledText, Id, text, withoutUndefined } from "#platform/contract";

/** The steps of the questionnaire, in the order in which they are asked. */
export const intakeSteps = ["house", "cupboard", "route", "wishes", "address", "photos"] as const;
export type IntakeStep = (typeof intakeSteps)[number];

export const properties = ["owner_occupied", "rented", "owners_association"] as const;
export const parkingPlaces = ["driveway", "carport", "garage", "shared_garage", "street"] as const;
export const connections = ["1x25A", "1x35A", "1x40A", "3x25A", "3x35A", "3x40A", "unknown"] as const;
export const groupStates = ["free", "room", "full", "unknown"] as const;
export const periods = ["soon", "this_month", "later", "no_preference"] as const;
export const photoKinds = ["electrical-panel", "parking-area", "cable-route"] as const;

const Metres = z.number().min(0).max(200);

/** Everything a complete questionnaire holds; each step by itself is complete or not. */
export const stepSchemas = {
  house: z.object({
    property: z.enum(properties),
    consent: z.enum(["yes", "asked", "no"]).optional(),
    parking: z.enum(parkingPlaces),
  }),
  cupboard: z.object({ connection: z.enum(connections), groups: z.enum(groupStates) }),
  route: z.object({
    metres: Metres,
    digging: z.boolean(),
    diggingMetres: Metres.optional(),
    walls: z.int().min(0).max(20),
  }),
  wishes: z.object({
    car: text(80).optional(),
    charger: text(120).optional(),
    guestUse: z.boolean(),
    solarLink: z.boolean(),
    period: z.enum(periods).optional(),
    remarks: text(2000).optional(),
  }),
  address: AddressInput.extend({
    houseNumber: z.union([z.int().min(0).max(99_999), filledText(20)]),
    postalCode: filledText(12),
    confirmed: z.literal(true),
  }),
  photos: z.object({
    photos: z.array(z.object({ fileId: Id, kind: z.enum(photoKinds) })).max(20),
    /** Kinds of photos the partner sent along, so that nobody is asked twice. */
    delivered: z.array(z.string().max(60)).max(50).optional(),
  }),
};

export const IntakeAnswers = z.object(stepSchemas);
export type IntakeAnswers = z.infer<typeof IntakeAnswers>;

/** Answers so far: any step, with any of its questions. */
export const IntakeDraft = z
  .object({
    house: stepSchemas.house.partial(),
    cupboard: stepSchemas.cupboard.partial(),
    route: stepSchemas.route.partial(),
    wishes: stepSchemas.wishes.partial(),
    address: AddressInput.extend({ confirmed: z.boolean() }).partial(),
    photos: stepSchemas.photos.partial(),
  })
  .partial();
export type IntakeDraft = z.infer<typeof IntakeDraft>;

/** The steps that are answered completely. */
export const stepsDone = (answers: IntakeDraft): IntakeStep[] =>
  intakeSteps.filter((step) => stepSchemas[step].safeParse(answers[step]).success);

/** What is still open, as `step.question`. */
export const questionsOpen = (answers: IntakeDraft): string[] => {
  const outcome = IntakeAnswers.safeParse(
    Object.fromEntries(intakeSteps.map((step) => [step, answers[step] ?? {}])),
  );
  return outcome.error?.issues.map(({ path }) => path.join(".")) ?? [];
};

const oneOf = <T extends string>(values: readonly T[], given: unknown): T | undefined =>
  values.find((value) => value === given);
const numberOf = (given: unknown): number | undefined => {
  const value = typeof given === "string" ? Number(given.replace(",", ".")) : given;
  return typeof value === "number" && value >= 0 && value <= 200 ? value : undefined;
};
const yesOf = (given: unknown) => (typeof given === "boolean" ? given : undefined);

/** The answers a partner delivered with the order, in our own questions; what cannot be read is asked again. */
export const answersOfPartner = (
  given: unknown,
  photos: readonly { kind?: string | null }[] = [],
): IntakeDraft => {
  const intake = (typeof given === "object" && given !== null ? given : {}) as Record<string, unknown>;
  const digging = numberOf(intake.digging_m);
  const draft = {
    house: withoutUndefined({
      property: oneOf(properties, intake.property),
      parking: oneOf(parkingPlaces, intake.parking),
    }),
    cupboard: withoutUndefined({
      connection: oneOf(connections, intake.grid_connection),
      groups: oneOf(groupStates, intake.free_groups),
    }),
    route: withoutUndefined({
      metres: numberOf(intake.distance_m),
      digging: yesOf(intake.digging) ?? (digging === undefined ? undefined : digging > 0),
      diggingMetres: digging,
    }),
    wishes: withoutUndefined({ solarLink: yesOf(intake.solar), guestUse: yesOf(intake.guest_use) }),
    photos: photos.length > 0 ? { photos: [], delivered: photos.map(({ kind }) => kind ?? "photo") } : {},
  };
  return Object.fromEntries(Object.entries(draft).filter(([, step]) => Object.keys(step).length > 0));
};
