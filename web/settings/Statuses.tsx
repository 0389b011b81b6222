import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { customerLabel, orders, type StatusSetting, statusLabels } from "#orders/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { useActionForm } from "../api/useActionForm.ts";
import { OrderStatusBadge } from "../orders/OrderStatusBadge.tsx";
import { ownTones } from "../orders/status.ts";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { tellDone } from "../ui/tell.ts";
import { tones } from "../ui/theme.ts";
import { useWords } from "../words/words.ts";
import styles from "./settings.module.css";
import { statusWords } from "./statusWords.ts";
import { useTabFilters } from "./useTabFilters.ts";

const untuned = {
  labelNl: null,
  labelEn: null,
  customerLabelNl: null,
  customerLabelEn: null,
  tone: null,
  withinHours: null,
} as const;

const isTuned = (setting: StatusSetting) =>
  (Object.keys(untuned) as (keyof typeof untuned)[]).some((name) => setting[name] !== null);

const filledOr = (typed: string) => (typed.trim() === "" ? null : typed.trim());

const Editor = ({ setting }: { setting: StatusSetting }) => {
  const t = useWords(statusWords);
  const { status } = setting;
  const [typed, setTyped] = useState({
    labelNl: setting.labelNl ?? "",
    labelEn: setting.labelEn ?? "",
    customerLabelNl: setting.customerLabelNl ?? "",
    customerLabelEn: setting.customerLabelEn ?? "",
    tone: setting.tone ?? "",
    withinHours: setting.withinHours === null ? "" : String(setting.withinHours),
  });
  const form = useActionForm(
    orders.tuneStatus,
    {},
    {
      fixed: {
        status,
        labelNl: filledOr(typed.labelNl),
        labelEn: filledOr(typed.labelEn),
        customerLabelNl: filledOr(typed.customerLabelNl),
        customerLabelEn: filledOr(typed.customerLabelEn),
        tone: tones.find((tone) => tone === typed.tone) ?? null,
        withinHours: typed.withinHours.trim() === "" ? null : Number(typed.withinHours),
      },
      onDone: () => tellDone(t("saved")),
    },
  );
  const reset = useAction(orders.tuneStatus, { onDone: () => tellDone(t("resetDone")) });
  const field = (name: keyof typeof typed, own: string) => ({
    label: t(name),
    placeholder: own,
    value: typed[name],
    error: (form.errors as Record<string, React.ReactNode>)[name],
    onChange: ({ currentTarget: { value } }: React.ChangeEvent<HTMLInputElement>) =>
      setTyped((former) => ({ ...former, [name]: value })),
  });
  const own = statusLabels[status];
  const customer = customerLabel(status);
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <h2 style={{ margin: 0 }}>
        <OrderStatusBadge status={status} look="soft" />
      </h2>
      <TextInput {...field("labelNl", own.nl)} maxLength={60} />
      <TextInput {...field("labelEn", own.en)} maxLength={60} />
      <TextInput {...field("customerLabelNl", customer.nl)} maxLength={60} />
      <TextInput {...field("customerLabelEn", customer.en)} maxLength={60} />
      <Select
        label={t("tone")}
        allowDeselect={false}
        value={typed.tone}
        data={[
          { value: "", label: t("ownTone", { tone: t(`tones.${ownTones[status]}`) }) },
          ...tones.map((value) => ({ value, label: t(`tones.${value}`) })),
        ]}
        onChange={(tone) => setTyped((former) => ({ ...former, tone: tone ?? "" }))}
      />
      <TextInput
        {...field("withinHours", setting.ownHours === null ? t("noClock") : String(setting.ownHours))}
        description={t("withinHelp")}
        inputMode="numeric"
      />
      <Button type="submit" loading={form.isSending}>
        {t("save")}
      </Button>
      {isTuned(setting) && (
        <Button
          variant="subtle"
          style={{ justifySelf: "start" }}
          loading={reset.isRunning}
          onClick={() => reset.run({ status, ...untuned })}
        >
          {t("reset")}
        </Button>
      )}
    </form>
  );
};

/** How statuses of orders are called, coloured and timed; which follows which is fixed. */
export const Statuses = () => {
  const t = useWords(statusWords);
  const filters = useTabFilters();
  const { data, error } = useQuery(orders.statusSettings, {});
  if (error) return <ErrorState error={error} />;
  if (!data) return <SkeletonLines lines={8} />;
  const chosen = data.rows.find(({ status }) => status === filters.values.status) ?? data.rows[0]!;
  return (
    <div className={styles.templates}>
      <nav className={styles.names2} aria-label={t("statuses")}>
        {data.rows.map((setting) => (
          <button
            key={setting.status}
            type="button"
            className={styles.template}
            aria-current={setting === chosen}
            onClick={() => filters.set({ status: setting.status })}
          >
            <OrderStatusBadge status={setting.status} />
            {isTuned(setting) && <span className={styles.soft}>{t("own")}</span>}
          </button>
        ))}
      </nav>
      <div className={styles.editor}>
        <Editor key={chosen.status + chosen.changedAt} setting={chosen} />
        <p className={styles.soft}>{t("text")}</p>
      </div>
    </div>
  );
};
