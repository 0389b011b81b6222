import { mailTemplate } from "#messaging";

/** Says that an earlier half day came free. */
export const earlierPossible = mailTemplate("planning/earlier-possible", {
  nl: {
    subject: "Er is eerder plek: {day}, {part}",
    body: `Beste {contactName},

U wilde graag eerder. Er is plek vrijgekomen op {day}, {part}. Onze monteurs beginnen dan tussen {window}.

Past dat? Zeg het ons binnen {hours} uur. Wie het eerst ja zegt, krijgt de plek.

[Ja, kom eerder]({link})

Past het niet, dan hoeft u niets te doen. Uw afspraak blijft zoals hij is.`,
  },
  en: {
    subject: "An earlier time is free: {day}, {part}",
    body: `Dear {contactName},

You would like us to come earlier. There is room on {day}, {part}. Our mechanics would start between {window}.

Does that suit you? Tell us within {hours} hours. Who says yes first gets the place.

[Yes, come earlier]({link})

If it does not suit you, there is nothing to do. Your appointment stays as it is.`,
  },
});

/** The same, to who has no appointment yet. */
export const placePossible = mailTemplate("planning/place-possible", {
  nl: {
    subject: "Er is plek: {day}, {part}",
    body: `Beste {contactName},

U staat op onze wachtlijst. Er is plek op {day}, {part}. Onze monteurs beginnen dan tussen {window}.

Past dat? Maak de afspraak binnen {hours} uur. Wie het eerst kiest, krijgt de plek.

[Kies dit moment]({link})

Past het niet, dan hoeft u niets te doen. U blijft op de wachtlijst staan.`,
  },
  en: {
    subject: "There is room: {day}, {part}",
    body: `Dear {contactName},

You are on our waiting list. There is room on {day}, {part}. Our mechanics would start between {window}.

Does that suit you? Make the appointment within {hours} hours. Who chooses first gets the place.

[Choose this time]({link})

If it does not suit you, there is nothing to do. You stay on the waiting list.`,
  },
});
