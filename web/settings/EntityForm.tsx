import { Alert, Button, Switch, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { z } from "zod";
import { type BusinessEntityView, crm } from "#crm/contract";
import { useActionForm } from "../api/useActionForm.ts";
import { centsOf, typedOf } from "../catalog/cents.ts";
import { Section } from "../ui/Section.tsx";
import { tellDone } from "../ui/tell.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./settings.module.css";
import { settingsWords } from "./words.ts";

type Entity = z.infer<typeof BusinessEntityView>;

const linesOf = (typed: string) => typed.split("\n").map((line) => line.trim());
/** In groups of four, as it stands on a bank card. */
const inGroups = (iban: string | null) => iban?.replace(/(.{4})(?=.)/g, "$1 ") ?? "";

const useEntityForm = (entity: Entity) => {
  const t = useWords(settingsWords);
  const [days, setDays] = useState(String(entity.paymentDays));
  const { decimalSeparator } = useFormats().separators;
  const [limit, setLimit] = useState(typedOf(entity.quotesByItselfUpToCents, decimalSeparator));
  const [address, setAddress] = useState(entity.addressLines.join("\n"));
  const form = useActionForm(
    crm.changeBusinessEntity,
    {
      mailAddress: entity.mailAddress,
      phone: entity.phone ?? "",
      vatNumber: entity.vatNumber ?? "",
      kvkNumber: entity.kvkNumber ?? "",
      iban: inGroups(entity.iban),
      invoicesByItself: entity.invoicesByItself,
    },
    {
      fixed: {
        code: entity.code,
        paymentDays: Number(days),
        quotesByItselfUpToCents: centsOf(limit) ?? Number.NaN,
        addressLines: linesOf(address),
      },
      serverKnowsMore: true,
      onDone: () => tellDone(t("saved")),
    },
  );
  return { form, days, setDays, limit, setLimit, address, setAddress };
};

const isLacking = ({ addressLines, vatNumber, kvkNumber, iban }: Entity) =>
  addressLines.length === 0 || !vatNumber || !kvkNumber || !iban;

const EntityTitle = ({ entity }: { entity: Entity }) => (
  <span className={styles.entity}>
    {entity.prefix}
    <span className={styles.swatch} style={{ background: entity.colour }} />
    <span className={styles.swatch} style={{ background: entity.accent }} />
  </span>
);

/** How one trading entity does business, and what it says about itself on its invoices. */
export const EntityForm = ({ entity }: { entity: Entity }) => {
  const t = useWords(settingsWords);
  const { form, days, setDays, limit, setLimit, address, setAddress } = useEntityForm(entity);
  return (
    <Section title={entity.name} note={<EntityTitle entity={entity} />}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        {isLacking(entity) && <Alert color="warning">{t("lacking")}</Alert>}
        <TextInput label={t("mailAddress")} type="email" {...form.field("mailAddress")} />
        <TextInput label={t("entityPhone")} type="tel" {...form.field("phone")} />
        <Textarea
          label={t("entityAddress")}
          description={t("entityAddressHint")}
          autosize
          minRows={2}
          value={address}
          error={form.errors.addressLines}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <TextInput label={t("vatNumber")} {...form.field("vatNumber")} />
        <TextInput label={t("kvkNumber")} inputMode="numeric" {...form.field("kvkNumber")} />
        <TextInput label={t("iban")} {...form.field("iban")} />
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
