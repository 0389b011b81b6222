import { Button, Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { type ChannelView, partners, WebhookEvent } from "#partners/contract";
import { useList } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { useActionForm } from "../../api/useActionForm.ts";
import { settingsWords } from "../../settings/words.ts";
import { DateText } from "../../ui/DateText.tsx";
import { PropertyList } from "../../ui/PropertyList.tsx";
import { Section } from "../../ui/Section.tsx";
import { ShownOnce } from "../../ui/ShownOnce.tsx";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useWords } from "../../words/words.ts";
import { deliveryTones } from "../deliveryTones.ts";
import styles from "./settings.module.css";
import { partnerSettingsWords } from "./words.ts";

const wordOf = (event: WebhookEvent) => event.replace(".", "_") as "order_created";

const Recent = ({ organizationId }: { organizationId: string }) => {
  const t = useWords(partnerSettingsWords);
  const s = useWords(settingsWords);
  const { rows } = useList(partners.deliveries, { organizationId, limit: 5 }, { live: ["orders"] });
  const nameOf = (event: string) => {
    const known = WebhookEvent.options.find((option) => option === event);
    return known ? t(`event.${wordOf(known)}`) : event === "test" ? t("testEvent") : event;
  };
  return (
    <>
      <h3 className={styles.heading}>{t("recent")}</h3>
      {rows?.length === 0 && <p className={styles.soft}>{t("noneSent")}</p>}
      <ul className={styles.list}>
        {rows?.map((row) => (
          <li key={row.id}>
            <span className={styles.grow}>
              {t("attempt", { event: nameOf(row.event), attempts: row.attempts })}
              {row.lastError && ` · ${row.lastError}`}
            </span>
            <DateText at={row.createdAt} as="moment" />
            <StatusBadge label={s(`delivery.${row.status}`)} tone={deliveryTones[row.status]} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** Where a partner is told of its orders, of what, and what came of it. */
export const Webhook = ({ channel }: { channel: ChannelView }) => {
  const t = useWords(partnerSettingsWords);
  const { organizationId } = channel;
  const [secret, setSecret] = useState<string>();
  const form = useActionForm(
    partners.setWebhook,
    { url: channel.webhookUrl ?? "", events: channel.webhookEvents },
    {
      fixed: { organizationId },
      onDone: (done) => {
        if (done.secret) setSecret(done.secret);
        else tellDone(t("saved"));
      },
    },
  );
  const renew = useAction(partners.renewWebhookSecret, { onDone: (made) => setSecret(made.secret) });
  const test = useAction(partners.testWebhook, { onDone: () => tellDone(t("testSent")) });
  return (
    <Section title={t("webhook")}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <TextInput label={t("url")} description={t("urlHelp")} inputMode="url" {...form.field("url")} />
        <Checkbox.Group label={t("events")} {...form.field("events")}>
          <div className={styles.checks}>
            {WebhookEvent.options.map((event) => (
              <Checkbox key={event} value={event} label={t(`event.${wordOf(event)}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <PropertyList
          properties={[
            {
              label: t("secret"),
              value: channel.hasSecret ? (
                <span className={styles.tools}>
                  <span>{t("secretSet")}</span>
                  <Button
                    size="xs"
                    variant="default"
                    loading={renew.isRunning}
                    onClick={() => renew.run({ organizationId })}
                  >
                    {t("renew")}
                  </Button>
                </span>
              ) : (
                t("secretNone")
              ),
            },
          ]}
        />
        <div className={styles.tools}>
          <Button type="submit" variant="default" loading={form.isSending}>
            {t("save")}
          </Button>
          <Button
            variant="default"
            disabled={!channel.webhookUrl || !channel.hasSecret}
            loading={test.isRunning}
            onClick={() => test.run({ organizationId })}
          >
            {t("test")}
          </Button>
        </div>
      </form>
      <Recent organizationId={organizationId} />
      {secret && <ShownOnce title={t("secretShown")} secret={secret} onClose={() => setSecret(undefined)} />}
    </Section>
  );
};
