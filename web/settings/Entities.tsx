import { Button, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import type { z } from "zod";
import { type BusinessEntityView, crm } from "#crm/contract";
import { useQuery } from "../api/queries.ts";
import { useActionForm } from "../api/useActionForm.ts";
import { centsOf, typedOf } from "../catalog/cents.ts";
import { Section } from "../ui/Section.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import styles from "./settings.module.css";
import { settingsWords } from "./words.ts";

type Entity = z.infer<typeof BusinessEntityView>;

const EntityForm = ({ entity }: { entity: Entity }) => {
  const t = useWords(settingsWords);
  const [days, setDays] = useState(String(entity.paymentDays));
  const [limit, setLimit] = useState(typedOf(entity.quotesByItselfUpToCents));
  const form = useActionForm(
    crm.changeBusinessEntity,
    { mailAddress: entity.mailAddress, invoicesByItself: entity.invoicesByItself },
    {
      fixed: {
        code: entity.code,
        paymentDays: Number(days),
        quotesByItselfUpToCents: centsOf(limit) ?? Number.NaN,
      },
      onDone: () => tellDone(t("saved")),
    },
  );
  return (
    <Section
      title={entity.name}
      note={
        <span className={styles.entity}>
          {entity.prefix}
          <span className={styles.swatch} style={{ background: entity.colour }} />
          <span className={styles.swatch} style={{ background: entity.accent }} />
        </span>
      }
    >
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <TextInput label={t("mailAddress")} type="email" {...form.field("mailAddress")} />
        <TextInput
          label={t("paymentDays")}
          type="number"
          min={0}
          max={120}
          value={days}
          error={form.errors.paymentDays}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <TextInput
          label={t("quoteLimit")}
          inputMode="decimal"
          value={limit}
          error={form.errors.quotesByItselfUpToCents}
          onChange={(event) => setLimit(event.currentTarget.value)}
        />
        <Switch label={t("byItself")} {...form.check("invoicesByItself")} />
        <Button type="submit" variant="default" loading={form.isSending}>
          {t("save")}
        </Button>
      </form>
    </Section>
  );
};

/** The trading entities and how each does business. */
export const Entities = () => {
  const t = useWords(settingsWords);
  const { data, error } = useQuery(crm.businessEntities, {});
  if (error) return <ErrorState error={error} />;
  return (
    <div className={styles.scroll}>
      <p className={styles.soft}>{t("entityText")}</p>
      {!data && <SkeletonLines lines={6} />}
      <div className={styles.grid}>
        {data?.rows.map((entity) => (
          <EntityForm key={entity.code} entity={entity} />
        ))}
      </div>
    </div>
  );
};
