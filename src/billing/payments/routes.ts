import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { apiRoot, moneyText, noSuchAddress, type Platform } from "#platform";
import { providerSays } from "./providerSays.ts";
import { testProviderName } from "./testProvider.ts";

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (payment: { amountCents: number; description: string; status: string }) => {
  const buttons =
    payment.status === "open"
      ? `<form method="post"><button name="outcome" value="paid" class="pay">Betalen</button>
         <button name="outcome" value="failed" class="no">Annuleren</button></form>`
      : `<p>Deze betaling is ${payment.status === "paid" ? "gelukt" : "afgebroken"}.</p>`;
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Testbank</title><style>
body{font:17px/1.5 system-ui,sans-serif;background:#eef1f5;color:#1c1f23;margin:0;display:grid;place-items:center;min-height:100vh}
main{background:#fff;border-radius:12px;padding:32px;max-width:360px;width:calc(100% - 32px);box-sizing:border-box}
h1{font-size:16px;margin:0;color:#5b6270}strong{display:block;font-size:34px;margin:12px 0;font-variant-numeric:tabular-nums}
button{font:600 17px system-ui;padding:14px;border:0;border-radius:8px;width:100%;margin-top:12px;cursor:pointer}
.pay{background:#15643b;color:#fff}.no{background:#e6e9ee;color:#1c1f23}small{color:#5b6270}
</style></head><body><main><h1>Testbank</h1><strong>${escape(moneyText(payment.amountCents, "nl"))}</strong>
<p>${escape(payment.description)}</p>${buttons}<p><small>Dit is de ingebouwde testbank: er gaat geen geld om.</small></p></main></body></html>`;
};

const Notice = z.object({ id: z.string().min(1).max(200) });
const Outcome = z.object({ outcome: z.enum(["paid", "failed"]) });

/** The door for providers' notices, and the page of the built-in test provider when that is the one in use. */
export const addPaymentRoutes = async (server: FastifyInstance, platform: Platform) => {
  await server.register(async (forms) => {
    forms.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: 4096 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    // Providers tell by form or JSON that a payment changed; the answer is the same for ids nobody knows.
    forms.post<{ Params: { provider: string } }>(`${apiRoot}/payment-notices/:provider`, async (request) => {
      const notice = Notice.safeParse(request.body);
      if (notice.success)
        await providerSays(platform, { provider: request.params.provider, reference: notice.data.id });
      return { received: true };
    });
    if (platform.services.payments.name === testProviderName) addTestBank(forms, platform);
  });
};

const addTestBank = (server: FastifyInstance, platform: Platform) => {
  const { db } = platform.database;
  const find = async (reference: string) => {
    const payment = await db
      .selectFrom("testBankPayments")
      .selectAll()
      .where("reference", "=", reference)
      .executeTakeFirst();
    if (!payment) throw noSuchAddress();
    return payment;
  };
  const html = (reply: FastifyReply, text: string) =>
    reply.type("text/html; charset=utf-8").header("cache-control", "no-store").send(text);

  server.get<{ Params: { reference: string } }>("/pay/:reference", async (request, reply) =>
    html(reply, page(await find(request.params.reference))),
  );
  server.post<{ Params: { reference: string } }>("/pay/:reference", async (request, reply) => {
    const { reference } = request.params;
    const payment = await find(reference);
    const { data } = Outcome.safeParse(request.body);
    if (data && payment.status === "open") {
      await db
        .updateTable("testBankPayments")
        .set({ status: data.outcome })
        .where("reference", "=", reference)
        .where("status", "=", "open")
        .execute();
      await providerSays(platform, { provider: testProviderName, reference });
    }
    return reply.redirect(payment.returnUrl, 303);
  });
};
