import { Button, Select, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { crm } from "#crm/contract";
import { type ChannelView, type KnownFormat, knownFormats, partners } from "#partners/contract";
import { identity } from "#platform/identity/contract";
import { useList, useQuery } from "../../api/queries.ts";
import { useActionForm } from "../../api/useActionForm.ts";
import { useMay } from "../../identity/session.tsx";
import { Go } from "../../ui/Go.tsx";
import { PropertyList } from "../../ui/PropertyList.tsx";
import { Section } from "../../ui/Section.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useWords } from "../../words/words.ts";
import styles from "./settings.module.css";
import { partnerSettingsWords } from "./words.ts";

const useEntities = () => {
  const { data } = useQuery(crm.businessEntities, {}, { fresh: 60_000 });
  return (data?.rows ?? []).map(({ code, name }) => ({ value: code, label: name }));
};

const formatNames = Object.keys(knownFormats) as KnownFormat[];

/** Lets a partner deliver orders by a connection. */
export const OpenConnection = ({ organizationId, name }: { organizationId: string; name: string }) => {
  const t = useWords(partnerSettingsWords);
  const entities = useEntities();
  const [format, setFormat] = useState<KnownFormat>("canonical");
  const suggestion = name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
  const form = useActionForm(
    partners.openChannel,
    { key: suggestion, businessEntity: "" },
    { fixed: { organizationId, fields: knownFormats[format] }, onDone: () => tellDone(t("opened")) },
  );
  return (
    <Section title={t("connection")}>
      <p>{t("none")}</p>
      <form className={styles.form} style={{ marginTop: 12 }} noValidate onSubmit={form.submit}>
        <div className={styles.pair}>
          <TextInput label={t("keyName")} description={t("keyHelp")} {...form.field("key")} />
          <Select
            label={t("entity")}
            description=" "
            allowDeselect={false}
            data={entities}
            {...form.field("businessEntity")}
          />
          <Select
            label={t("format")}
            description=" "
            allowDeselect={false}
            data={formatNames.map((value) => ({ value, label: t(`formats.${value}`) }))}
            value={format}
            onChange={(value) => value && setFormat(value as KnownFormat)}
          />
        </div>
        <Button type="submit" loading={form.isSending}>
          {t("open")}
        </Button>
      </form>
    </Section>
  );
};

const PartnerKeys = ({ organizationId }: { organizationId: string }) => {
  const t = useWords(partnerSettingsWords);
  const { rows } = useList(identity.apiKeys, { organizationId, revoked: false });
  return (
    <>
      {t("keyCount", { count: rows?.length ?? 0 })} ·{" "}
      <Go to={`/settings?tab=keys&organizationId=${organizationId}`} className="cc-link-button">
        {t("toKeys")}
      </Go>
    </>
  );
};

/** How a partner's orders come in: where they go, who pays, and what a repeated one does. */
export const Connection = ({ channel }: { channel: ChannelView }) => {
  const t = useWords(partnerSettingsWords);
  const may = useMay();
  const entities = useEntities();
  const { organizationId, businessEntity, active, repeatedOrder, linesBilledTo } = channel;
  const form = useActionForm(
    partners.changeChannel,
    { businessEntity, active, repeatedOrder, linesBilledTo },
    { fixed: { organizationId }, onDone: () => tellDone(t("saved")) },
  );
  return (
    <Section title={t("connection")} note={channel.key}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <div className={styles.pair}>
          <Select
            label={t("entity")}
            allowDeselect={false}
            data={entities}
            {...form.field("businessEntity")}
          />
          <Select
            label={t("payer")}
            allowDeselect={false}
            data={(["account", "end_customer"] as const).map((value) => ({
              value,
              label: t(`linesBilledTo.${value}`),
            }))}
            {...form.field("linesBilledTo")}
          />
        </div>
        <Select
          label={t("repeated")}
          allowDeselect={false}
          data={(["conflict", "existing"] as const).map((value) => ({
            value,
            label: t(`repeatedOrder.${value}`),
          }))}
          {...form.field("repeatedOrder")}
        />
        <Switch label={t("active")} {...form.check("active")} />
        {may("admin.integrations") && (
          <PropertyList
            properties={[{ label: t("keys"), value: <PartnerKeys organizationId={organizationId} /> }]}
          />
        )}
        <Button type="submit" variant="default" loading={form.isSending}>
          {t("save")}
        </Button>
      </form>
    </Section>
  );
};
