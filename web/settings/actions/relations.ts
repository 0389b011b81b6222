import { words } from "../../words/words.ts";

/** Organizations, articles, mails and partners, as the audit log says what is done with them. */
export const relationsActions = words({
  nl: {
    crm: {
      changeOrganization: "Organisatie gewijzigd",
      changeContact: "Persoon gewijzigd",
      changeBusinessEntity: "Administratie gewijzigd",
    },
    catalog: {
      addArticle: "Artikel toegevoegd",
      changeArticle: "Artikel gewijzigd",
    },
    messaging: {
      resendMessage: "Mail opnieuw verstuurd",
      openAttachment: "Bijlage geopend",
      changeTemplate: "Mailtekst gewijzigd",
      "deliver-mail": "Mail bezorgd",
    },
    partners: {
      receiveOrder: "Order van partner ontvangen",
      replayCall: "Geweigerde levering opnieuw gelezen",
      mapSku: "Artikelnummer van partner gekoppeld",
      unmapSku: "Artikelnummer van partner losgekoppeld",
      replayDelivery: "Bericht aan partner opnieuw verstuurd",
      openChannel: "Koppeling met partner geopend",
      changeChannel: "Koppeling met partner gewijzigd",
      setWebhook: "Webhook van partner ingesteld",
      renewWebhookSecret: "Geheim van webhook vernieuwd",
      testWebhook: "Proefbericht aan partner verstuurd",
      "deliver-webhook": "Bericht aan partner bezorgd",
      "fetch-file": "Bestand van partner opgehaald",
      "tell-partner": "Partner op de hoogte gebracht",
    },
  },
  en: {
    crm: {
      changeOrganization: "Changed an organization",
      changeContact: "Changed a person",
      changeBusinessEntity: "Changed an entity",
    },
    catalog: {
      addArticle: "Added an article",
      changeArticle: "Changed an article",
    },
    messaging: {
      resendMessage: "Sent a mail again",
      openAttachment: "Opened an attachment",
      changeTemplate: "Changed the text of a mail",
      "deliver-mail": "Delivered a mail",
    },
    partners: {
      receiveOrder: "Received a partner's order",
      replayCall: "Read a refused delivery again",
      mapSku: "Mapped a partner's article number",
      unmapSku: "Took a partner's article number off the map",
      replayDelivery: "Sent a partner's message again",
      openChannel: "Opened a partner's connection",
      changeChannel: "Changed a partner's connection",
      setWebhook: "Set a partner's webhook",
      renewWebhookSecret: "Renewed the secret of a webhook",
      testWebhook: "Sent a partner a test message",
      "deliver-webhook": "Delivered a partner's message",
      "fetch-file": "Fetched a partner's file",
      "tell-partner": "Told the partner",
    },
  },
});
