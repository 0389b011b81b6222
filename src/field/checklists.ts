/** Something that has to be answered before a job is done. */
export interface Question {
  id: string;
  /** A check is done or does not apply; a number is measured; a text is written down. */
  kind: "check" | "number" | "text";
  step: "work" | "measure";
  unit?: string;
  min?: number;
  max?: number;
}

const check = (id: string): Question => ({ id, kind: "check", step: "work" });
const measured = (id: string, unit: string, range: { min?: number; max?: number } = {}): Question => ({
  id,
  kind: "number",
  step: "measure",
  unit,
  ...range,
});
const written = (id: string): Question => ({ id, kind: "text", step: "work" });

const siteLeft = [check("site_clean"), check("customer_instructed")];
// Limits after NEN 1010 part 6: insulation at 500 V at least 1 MΩ, mains 230 V ± 10 %, a 30 mA RCD within 300 ms.
const measurements = [
  measured("voltage", "V", { min: 207, max: 253 }),
  measured("insulation_resistance", "MΩ", { min: 1, max: 10_000 }),
  measured("earth_resistance", "Ω", { min: 0, max: 166 }),
  measured("rcd_trip_time", "ms", { min: 0, max: 300 }),
];
const mounting = [
  check("charger_mounted"),
  check("cable_fastened"),
  check("earth_connected"),
  check("breaker_placed"),
  check("cupboard_closed"),
  check("charger_online"),
];
const dismantling = [check("power_off"), check("charger_removed"), check("circuit_made_safe")];

const installation = {
  questions: [...mounting, ...siteLeft, ...measurements],
  photos: ["cupboard", "charger"],
};
const service = {
  questions: [
    written("fault_found"),
    check("fault_solved"),
    check("charger_online"),
    ...siteLeft,
    measured("voltage", "V", { min: 207, max: 253 }),
  ],
  photos: ["charger"],
};
const survey = {
  questions: [
    check("cupboard_space"),
    check("route_agreed"),
    written("findings"),
    measured("cable_metres", "m", { min: 0, max: 500 }),
  ],
  photos: ["cupboard", "place"],
};

/** What each kind of job asks: questions and the places of which there must be a photo. */
const byKind: Readonly<Record<string, { questions: readonly Question[]; photos: readonly string[] }>> = {
  installation,
  upgrade: installation,
  service,
  maintenance: service,
  repair: service,
  inspection: service,
  warranty: service,
  survey,
  removal: { questions: [...dismantling, check("site_clean")], photos: ["place"] },
  relocation: {
    questions: [...dismantling, ...mounting, ...siteLeft, ...measurements],
    photos: ["cupboard", "charger"],
  },
};

export const checklistOf = (jobKind: string) => byKind[jobKind] ?? service;

/** A check may also be answered with `not_applicable`. */
export type Answer = boolean | number | string;
export type Answers = Readonly<Record<string, Answer>>;

/** Whether an answer is good enough: a check done or not applying, a number within its limits, a text that says something. */
export const isAnswered = (question: Question, answer: Answer | undefined): boolean => {
  if (question.kind === "check") return answer === true || answer === "not_applicable";
  if (question.kind === "text") return typeof answer === "string" && answer.trim() !== "";
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = question;
  return typeof answer === "number" && answer >= min && answer <= max;
};

/** What still misses before a job can be handed over, as `question:…`, `photo:…` and `serial:…`. */
export const missingOf = (job: {
  jobKind: string;
  answers: Answers;
  photos: readonly { place: string }[];
  /** Articles whose serial number must be known, and how many are. */
  serials: readonly { articleId: string; wanted: number; known: number }[];
}): string[] => {
  const { questions, photos } = checklistOf(job.jobKind);
  const taken = new Set(job.photos.map(({ place }) => place));
  return [
    ...questions.filter((each) => !isAnswered(each, job.answers[each.id])).map(({ id }) => `question:${id}`),
    ...photos.filter((place) => !taken.has(place)).map((place) => `photo:${place}`),
    ...job.serials
      .filter(({ wanted, known }) => known < wanted)
      .map(({ articleId }) => `serial:${articleId}`),
  ];
};
