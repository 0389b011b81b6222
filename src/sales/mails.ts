import { mailTemplate } from "#messaging";

/** Asks the customer the questions about house and meter cupboard. */
export const intakeInvitation = mailTemplate("sales/intake-invitation", {
  nl: {
    subject: "Een paar vragen over uw laadpaal ({orderNumber})",
    body: `Beste {contactName},

Wij gaan voor u aan de slag met uw laadpaal. Daarvoor willen wij een paar dingen weten: over uw huis, uw meterkast en de weg van de kabel. Het kost u ongeveer vijf minuten; een foto van uw meterkast helpt ons het meest.

[Vragen beantwoorden]({link})

U kunt tussendoor stoppen en later verdergaan. Liever bellen? {entityPhone}.`,
  },
  en: {
    subject: "A few questions about your charger ({orderNumber})",
    body: `Dear {contactName},

We are going to work on your charger. For that we would like to know a few things: about your house, your meter cupboard and the way of the cable. It takes about five minutes; a photo of your meter cupboard helps us most.

[Answer the questions]({link})

You can stop in between and go on later. Rather call? {entityPhone}.`,
  },
});

/** The first two reminders. */
export const intakeReminder = mailTemplate("sales/intake-reminder", {
  nl: {
    subject: "Wij wachten nog op uw antwoorden ({orderNumber})",
    body: `Beste {contactName},

Wij hebben nog niet al uw antwoorden over uw laadpaal. Zodra u klaar bent, maken wij uw offerte. Wat u al invulde is bewaard.

[Verder met de vragen]({link})

Komt u er niet uit? Bel ons gerust: {entityPhone}.`,
  },
  en: {
    subject: "We are still waiting for your answers ({orderNumber})",
    body: `Dear {contactName},

We do not have all your answers about your charger yet. As soon as you are done, we make your quote. What you filled in is kept.

[Go on with the questions]({link})

Do you need help? Call us: {entityPhone}.`,
  },
});

/** The third and last reminder. */
export const intakeLastReminder = mailTemplate("sales/intake-last-reminder", {
  nl: {
    subject: "Laatste herinnering: uw antwoorden over de laadpaal ({orderNumber})",
    body: `Beste {contactName},

Zonder uw antwoorden kunnen wij niet verder met uw laadpaal. Dit is onze laatste herinnering per mail; daarna belt een collega u.

[Vragen beantwoorden]({link})

U kunt ons ook zelf bellen: {entityPhone}. Dan vullen wij het samen in.`,
  },
  en: {
    subject: "Last reminder: your answers about the charger ({orderNumber})",
    body: `Dear {contactName},

Without your answers we cannot go on with your charger. This is our last reminder by mail; after this a colleague will call you.

[Answer the questions]({link})

You can also call us: {entityPhone}. Then we fill it in together.`,
  },
});

/** A payer's own link to its quote. */
export const quoteToSign = mailTemplate("sales/quote-to-sign", {
  nl: {
    subject: "Uw offerte {quoteNumber} staat klaar",
    body: `Beste {contactName},

Uw offerte voor order {orderNumber} staat klaar. Het totaal is {total} inclusief btw. U leest hem rustig door en tekent meteen online. De offerte is geldig tot en met {validUntil}.

[Offerte bekijken en tekenen]({link})

Vragen, of wilt u iets anders? Bel ons: {entityPhone}.`,
  },
  en: {
    subject: "Your quote {quoteNumber} is ready",
    body: `Dear {contactName},

Your quote for order {orderNumber} is ready. The total is {total} including VAT. Read it at your ease and sign it online. The quote is valid until {validUntil}.

[View and sign the quote]({link})

Questions, or would you like something else? Call us: {entityPhone}.`,
  },
});

/** A payer gets a new version, and hears that the former one no longer counts. */
export const quoteRenewed = mailTemplate("sales/quote-renewed", {
  nl: {
    subject: "Uw offerte {quoteNumber} is aangepast",
    body: `Beste {contactName},

Wij hebben uw offerte voor order {orderNumber} aangepast. De vorige versie geldt niet meer, ook als u die al tekende. Het nieuwe totaal is {total} inclusief btw, geldig tot en met {validUntil}.

[Nieuwe versie bekijken en tekenen]({link})

Vragen? Bel ons: {entityPhone}.`,
  },
  en: {
    subject: "Your quote {quoteNumber} was changed",
    body: `Dear {contactName},

We changed your quote for order {orderNumber}. The former version no longer counts, even if you signed it. The new total is {total} including VAT, valid until {validUntil}.

[View and sign the new version]({link})

Questions? Call us: {entityPhone}.`,
  },
});

/** Three days of silence. */
export const quoteReminder = mailTemplate("sales/quote-reminder", {
  nl: {
    subject: "Hebt u onze offerte {quoteNumber} gezien?",
    body: `Beste {contactName},

Een paar dagen geleden stuurden wij u een offerte. Na uw akkoord plannen wij meteen de installatie. De offerte is geldig tot en met {validUntil}.

[Offerte bekijken en tekenen]({link})

Twijfelt u ergens over? Bel ons: {entityPhone}.`,
  },
  en: {
    subject: "Have you seen our quote {quoteNumber}?",
    body: `Dear {contactName},

A few days ago we sent you a quote. Once you agree we plan the installation at once. The quote is valid until {validUntil}.

[View and sign the quote]({link})

Any doubts? Call us: {entityPhone}.`,
  },
});

export const intakeReminders = [intakeReminder, intakeReminder, intakeLastReminder] as const;
