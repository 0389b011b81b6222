import { addressLine, languageOf, siteById } from "#crm";
import { type MailTemplate, mailTemplate, sendMail } from "#messaging";
import { orders } from "#orders";
import { daysAfter, instantAt, later, makeLink, type Work } from "#platform";
import type { CalendarMethod } from "./calendarFile.ts";
import { calendarOf } from "./calendarOf.ts";
import type { Visit } from "./visitStore.ts";

/** Asks the customer to choose a time. */
export const chooseATime = mailTemplate("planning/choose-a-time", {
  nl: {
    subject: "Kies een moment voor uw afspraak ({orderNumber})",
    body: `Beste {contactName},

Alles is akkoord. U kunt nu zelf kiezen wanneer wij komen. Dat kost u een minuut.

[Kies een moment]({link})

Komt u er niet uit? Bel ons gerust: {entityPhone}.`,
  },
  en: {
    subject: "Choose a time for your appointment ({orderNumber})",
    body: `Dear {contactName},

Everything has been agreed. You can now choose when we come. It takes a minute.

[Choose a time]({link})

Do you need help? Call us: {entityPhone}.`,
  },
});

/** Says when the crew comes. */
export const appointmentConfirmed = mailTemplate("planning/appointment-confirmed", {
  nl: {
    subject: "Uw afspraak staat: {day}, {part}",
    body: `Beste {contactName},

Uw afspraak staat. Wij komen op {day}, {part}. Onze monteurs beginnen tussen {window}.

Adres: {address}

Zorg dat wij bij de meterkast en bij de plek van de laadpaal kunnen.

[Bekijk of wijzig uw afspraak]({link})

Vragen? Bel ons: {entityPhone}.`,
  },
  en: {
    subject: "Your appointment: {day}, {part}",
    body: `Dear {contactName},

Your appointment is booked. We come on {day}, {part}. Our mechanics start between {window}.

Address: {address}

Please make sure we can reach the meter cupboard and the place for the charger.

[View or change your appointment]({link})

Questions? Call us: {entityPhone}.`,
  },
});

/** Says that the appointment went to another time. */
export const appointmentMoved = mailTemplate("planning/appointment-moved", {
  nl: {
    subject: "Uw afspraak is verzet naar {day}, {part}",
    body: `Beste {contactName},

Uw afspraak is verzet. Wij komen nu op {day}, {part}. Onze monteurs beginnen tussen {window}.

Reden: {reason}

Adres: {address}

[Bekijk of wijzig uw afspraak]({link})

Vragen? Bel ons: {entityPhone}.`,
  },
  en: {
    subject: "Your appointment has moved to {day}, {part}",
    body: `Dear {contactName},

Your appointment has moved. We now come on {day}, {part}. Our mechanics start between {window}.

Reason: {reason}

Address: {address}

[View or change your appointment]({link})

Questions? Call us: {entityPhone}.`,
  },
});

/** Says that the appointment does not go on, and asks for another time. */
export const appointmentFreed = mailTemplate("planning/appointment-freed", {
  nl: {
    subject: "Uw afspraak gaat niet door; kies een nieuw moment",
    body: `Beste {contactName},

Uw afspraak van {day} gaat niet door. Kies zelf een nieuw moment dat u past.

Reden: {reason}

[Kies een nieuw moment]({link})

Vragen? Bel ons: {entityPhone}.`,
  },
  en: {
    subject: "Your appointment does not go on; please choose a new time",
    body: `Dear {contactName},

Your appointment of {day} does not go on. Choose a new time that suits you.

Reason: {reason}

[Choose a new time]({link})

Questions? Call us: {entityPhone}.`,
  },
});

/** Says that the customer's own calling off was heard. */
export const appointmentDropped = mailTemplate("planning/appointment-dropped", {
  nl: {
    subject: "U hebt uw afspraak van {day} afgezegd",
    body: `Beste {contactName},

U hebt uw afspraak van {day}, {part}, afgezegd. Wij komen dan niet. Uw opdracht blijft staan.

[Kies een nieuw moment]({link})

Hebt u dit niet gedaan, of hebt u vragen? Bel ons: {entityPhone}.`,
  },
  en: {
    subject: "You called off your appointment of {day}",
    body: `Dear {contactName},

You called off your appointment of {day}, {part}. We will not come then. Your order stays as it is.

[Choose a new time]({link})

Was it not you, or do you have a question? Call us: {entityPhone}.`,
  },
});

/** Says that nobody comes; what happens next is for the office to say. */
export const appointmentCancelled = mailTemplate("planning/appointment-cancelled", {
  nl: {
    subject: "Uw afspraak van {day} gaat niet door",
    body: `Beste {contactName},

Uw afspraak van {day} gaat niet door. U hoeft niets te doen.

Vragen? Bel ons: {entityPhone}.`,
  },
  en: {
    subject: "Your appointment of {day} does not go on",
    body: `Dear {contactName},

Your appointment of {day} does not go on. There is nothing you have to do.

Questions? Call us: {entityPhone}.`,
  },
});

/** Reminds of the appointment two days ahead. */
export const appointmentReminder = mailTemplate("planning/appointment-reminder", {
  nl: {
    subject: "Wij komen {day}, {part}",
    body: `Beste {contactName},

Over twee dagen komen wij bij u: {day}, {part}. Onze monteurs beginnen tussen {window}.

Adres: {address}

Maak de meterkast en de plek van de laadpaal vrij. Kan het toch niet? Laat het ons nu weten.

[Bekijk of wijzig uw afspraak]({link})

Vragen? Bel ons: {entityPhone}.`,
  },
  en: {
    subject: "We come {day}, {part}",
    body: `Dear {contactName},

In two days we come to you: {day}, {part}. Our mechanics start between {window}.

Address: {address}

Please clear the meter cupboard and the place for the charger. If it does not suit after all, tell us now.

[View or change your appointment]({link})

Questions? Call us: {entityPhone}.`,
  },
});

const partWords = {
  nl: { morning: "ochtend", afternoon: "middag", full_day: "hele dag" },
  en: { morning: "morning", afternoon: "afternoon", full_day: "all day" },
} as const;
const windows = {
  nl: { morning: "08:00 en 12:00", afternoon: "12:00 en 17:00", full_day: "08:00 en 17:00" },
  en: { morning: "08:00 and 12:00", afternoon: "12:00 and 17:00", full_day: "08:00 and 17:00" },
} as const;
const locales = { nl: "nl-NL", en: "en-GB" } as const;

const momentWords = (
  visit: Pick<Visit, "onDay" | "dayPart">,
  language: "nl" | "en",
): Record<string, string> => {
  if (!visit.onDay) return {};
  const part = (visit.dayPart ?? "full_day") as keyof typeof windows.nl;
  const day = new Intl.DateTimeFormat(locales[language], {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "Europe/Amsterdam",
  }).format(new Date(instantAt(visit.onDay, "12:00")));
  return { day, part: partWords[language][part], window: windows[language][part] };
};

/** Until when a link to an appointment opens: some weeks after the visit, or a season when there is none yet. */
const expiryOf = (visit: Pick<Visit, "onDay">, now: string) =>
  visit.onDay ? instantAt(daysAfter(visit.onDay, 30), "00:00") : later(now, "P90D");

/** What the customer's calendar is told; each telling has a higher number, so that the newest wins there. */
const calendarFor = async (work: Work, visit: MailedVisit, method: CalendarMethod) => {
  if (!visit.onDay) return undefined;
  const { calendarChange } = await work.tx
    .updateTable("visits")
    .set(({ eb }) => ({ calendarChange: eb("calendarChange", "+", 1) }))
    .where("id", "=", visit.id)
    .returning("calendarChange")
    .executeTakeFirstOrThrow();
  const { id, orderId, onDay: on, dayPart: part } = visit;
  return (
    (await calendarOf(work.tx, { id, orderId, on, part, calendarChange }, work.now, method)) ?? undefined
  );
};

type MailedVisit = Pick<Visit, "id" | "orderId" | "onDay" | "dayPart">;

/** Mails the customer about a visit, with the link behind which the appointment stands. */
export const mailAboutVisit = async (
  work: Work,
  template: MailTemplate,
  visit: MailedVisit,
  {
    key,
    calendar: method,
    variables = {},
  }: { key?: string; calendar?: CalendarMethod; variables?: Record<string, string> } = {},
): Promise<void> => {
  const calendar = method ? await calendarFor(work, visit, method) : undefined;
  const order = await orders.byId(work.tx, visit.orderId);
  const language = await languageOf(work.tx, order.contactId);
  const to = { orderId: order.id, contactId: order.contactId, organizationId: order.endCustomerId };
  const site = order.siteId ? await siteById(work.tx, order.siteId) : null;
  const { url } = await makeLink(work, {
    ...to,
    purpose: "appointment",
    expiresAt: expiryOf(visit, work.now),
  });
  await sendMail(work, template, {
    ...to,
    variables: {
      link: `${url}/afspraak`,
      ...momentWords(visit, language === "en" ? "en" : "nl"),
      address: site ? addressLine(site) : "",
      ...variables,
    },
    ...(calendar ? { calendar } : {}),
    ...(key ? { key } : {}),
  });
};
