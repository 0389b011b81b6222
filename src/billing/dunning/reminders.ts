import { mailTemplate, sendMail } from "#messaging";
import { openException } from "#orders";
import { dayOf, daysAfter, dayText, later, makeLink, moneyText, recurring, type Work } from "#platform";

const texts = {
  friendly: mailTemplate("billing/reminder-friendly", {
    nl: {
      subject: "Herinnering: factuur {number}",
      body: "Beste {contactName},\n\nMisschien is het u ontgaan: factuur {number} van {dueOn} staat nog open, voor {amount}.\n\n[Bekijken en betalen]({link})\n\nHebt u al betaald? Dan is deze mail niet meer nodig.",
    },
    en: {
      subject: "Reminder: invoice {number}",
      body: "Dear {contactName},\n\nYou may have missed it: invoice {number}, due {dueOn}, is still open for {amount}.\n\n[View and pay]({link})\n\nHave you paid already? Then please ignore this mail.",
    },
  }),
  second: mailTemplate("billing/reminder-second", {
    nl: {
      subject: "Tweede herinnering: factuur {number}",
      body: "Beste {contactName},\n\nFactuur {number} had op {dueOn} betaald moeten zijn. Er staat nog {amount} open. Lukt betalen niet in één keer, bel ons dan: {entityPhone}.\n\n[Bekijken en betalen]({link})",
    },
    en: {
      subject: "Second reminder: invoice {number}",
      body: "Dear {contactName},\n\nInvoice {number} was due on {dueOn} and {amount} is still open. If you cannot pay at once, call us: {entityPhone}.\n\n[View and pay]({link})",
    },
  }),
  last: mailTemplate("billing/reminder-last", {
    nl: {
      subject: "Laatste herinnering: factuur {number}",
      body: "Beste {contactName},\n\nFactuur {number} staat ondanks twee herinneringen nog open voor {amount}. Wij bellen u hierover.\n\n[Bekijken en betalen]({link})",
    },
    en: {
      subject: "Last reminder: invoice {number}",
      body: "Dear {contactName},\n\nInvoice {number} is still open for {amount} after two reminders. We will call you about it.\n\n[View and pay]({link})",
    },
  }),
};

/** Days after the due day at which each reminder goes out. */
const steps = [
  { level: 1, days: 3, text: texts.friendly },
  { level: 2, days: 10, text: texts.second },
  { level: 3, days: 21, text: texts.last },
];

const remind = async (work: Work, { level, days, text }: (typeof steps)[number]) => {
  const late = await work.tx
    .selectFrom("invoices")
    .selectAll()
    .where("status", "in", ["sent", "partial"])
    .where("kind", "=", "invoice")
    .where("dueOn", "<=", daysAfter(dayOf(work.now), -days))
    .where("reminderLevel", "=", level - 1)
    .limit(500)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const invoice of late) {
    const { id, orderId, contactId, organizationId } = invoice;
    const language = invoice.language === "en" ? "en" : "nl";
    const { url } = await makeLink(work, {
      purpose: "invoice",
      orderId,
      contactId,
      organizationId,
      expiresAt: later(work.now, "P1Y"),
    });
    await work.tx.updateTable("invoices").set({ reminderLevel: level }).where("id", "=", id).execute();
    await sendMail(work, text, {
      orderId,
      contactId,
      organizationId,
      key: `reminder:${id}:${level}`,
      variables: {
        number: invoice.number!,
        dueOn: dayText(invoice.dueOn!, language),
        amount: moneyText(invoice.grossCents - invoice.paidCents, language),
        link: `${url}/factuur/${id}`,
      },
    });
    if (level === 3)
      await openException(work, {
        orderId,
        kind: "invoice_unpaid",
        key: id,
        facts: { number: invoice.number },
      });
  }
};

/** Every working morning: reminders 3, 10 and 21 days after the due day; after the last one somebody calls. */
export const sendReminders = recurring("billing/reminders", "30 8 * * 1-5", async (work) => {
  for (const step of steps.toReversed()) await remind(work, step);
});
