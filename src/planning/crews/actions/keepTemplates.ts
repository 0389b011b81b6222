import { action, refuseFarAhead } from "#platform";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { mayPlan } from "../../policy.ts";
import { dropTemplate, keepTemplate } from "../templates.ts";

export const saveTemplate = action(contract.saveTemplate, async (work, given) => {
  work.authorize(mayPlan(work.actor));
  refuseFarAhead({ weekOf: given.weekOf }, work.now);
  const template = await keepTemplate(work, given);
  work.note({ recordType: "crew_template", recordId: template.id });
  work.announce(meansChanged({ id: template.id, what: "template" }));
  return template;
});

export const removeTemplate = action(contract.removeTemplate, async (work, { templateId }) => {
  work.authorize(mayPlan(work.actor));
  await dropTemplate(work.tx, templateId);
  work.note({ recordType: "crew_template", recordId: templateId, reason: "removed" });
  work.announce(meansChanged({ id: templateId, what: "template" }));
  return { done: true as const };
});
