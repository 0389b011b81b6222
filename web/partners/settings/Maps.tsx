import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { OrderStatus } from "#orders/contract";
import {
  type ChannelView,
  canonicalFields,
  FieldName,
  type KnownFormat,
  knownFormats,
  partnerStatuses,
  partners,
} from "#partners/contract";
import { useAction } from "../../api/useAction.ts";
import { fieldErrorsOf } from "../../api/useActionForm.ts";
import { useOrderNames } from "../../orders/status.ts";
import { Section } from "../../ui/Section.tsx";
import { tellDone, tellProblem } from "../../ui/tell.ts";
import { useLanguage } from "../../words/language.ts";
import { useWords } from "../../words/words.ts";
import { fieldNames } from "./fieldNames.ts";
import styles from "./settings.module.css";
import { partnerSettingsWords } from "./words.ts";

type Map = Readonly<Record<string, string>>;

const filled = (typed: Map) =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([key, value]) => (value.trim() ? [[key, value.trim()]] : [])),
  );

const formatOf = (fields: Map): KnownFormat | "own" => {
  const same = (known: Map) =>
    Object.keys(known).length === Object.keys(fields).length &&
    Object.entries(known).every(([key, path]) => fields[key] === path);
  return (Object.keys(knownFormats) as KnownFormat[]).find((name) => same(knownFormats[name])) ?? "own";
};

/** Keeps a map of a channel that somebody types in, and shows at a field what was wrong with it. */
const useMap = (name: "fields" | "statusMap", channel: ChannelView) => {
  const t = useWords(partnerSettingsWords);
  const language = useLanguage();
  const [typed, setTyped] = useState<Map>(channel[name]);
  const [errors, setErrors] = useState<Record<string, React.ReactNode>>({});
  const { organizationId } = channel;
  const save = useAction(partners.changeChannel, {
    onDone: () => {
      setErrors({});
      tellDone(t("saved"));
    },
    onProblem: (problem) => {
      const found = problem.status === 422 ? fieldErrorsOf(problem, language) : {};
      setErrors(found);
      if (Object.keys(found).length === 0) tellProblem(problem);
    },
  });
  return {
    typed,
    setTyped,
    errorOf: (key: string) => errors[`${name}.${key}`],
    type: (key: string, value: string) => setTyped((former) => ({ ...former, [key]: value })),
    save: () => save.run({ organizationId, [name]: filled(typed) }),
    isRunning: save.isRunning,
  };
};

const Row = ({
  id,
  label,
  map,
  placeholder,
}: {
  id: string;
  label: string;
  map: ReturnType<typeof useMap>;
  placeholder?: string;
}) => (
  <div className={styles.row}>
    <label htmlFor={`map-${id}`}>{label}</label>
    <TextInput
      id={`map-${id}`}
      size="xs"
      value={map.typed[id] ?? ""}
      placeholder={placeholder}
      error={map.errorOf(id)}
      spellCheck={false}
      onChange={({ currentTarget: { value } }) => map.type(id, value)}
    />
  </div>
);

/** Where the parts of an order stand in a partner's message; a known format is where one starts. */
export const FieldMapForm = ({ channel }: { channel: ChannelView }) => {
  const t = useWords(partnerSettingsWords);
  const names = useWords(fieldNames);
  const map = useMap("fields", channel);
  const format = formatOf(filled(map.typed));
  return (
    <Section title={t("fields")}>
      <div className={styles.form}>
        <Select
          label={t("format")}
          allowDeselect={false}
          data={[...(Object.keys(knownFormats) as KnownFormat[]), "own" as const].map((value) => ({
            value,
            label: t(`formats.${value}`),
            disabled: value === "own",
          }))}
          value={format}
          onChange={(value) => value && value !== "own" && map.setTyped(knownFormats[value as KnownFormat])}
        />
        <p className={styles.soft}>{t("fieldsText")}</p>
        <div className={styles.map}>
          {FieldName.options.map((name) => (
            <Row
              key={name}
              id={name}
              label={names(name.replaceAll(".", "_") as never)}
              map={map}
              {...(format === "canonical" ? { placeholder: canonicalFields[name] ?? "" } : {})}
            />
          ))}
        </div>
        <Button variant="default" loading={map.isRunning} onClick={map.save} style={{ justifySelf: "start" }}>
          {t("save")}
        </Button>
      </div>
    </Section>
  );
};

/** What the partner calls each step of an order. */
export const StatusMapForm = ({ channel }: { channel: ChannelView }) => {
  const t = useWords(partnerSettingsWords);
  const names = useOrderNames();
  const map = useMap("statusMap", channel);
  return (
    <Section title={t("statuses")}>
      <div className={styles.form}>
        <p className={styles.soft}>{t("statusesText")}</p>
        <div className={styles.map}>
          {(Object.keys(partnerStatuses) as OrderStatus[]).map((status) => (
            <Row
              key={status}
              id={status}
              label={names("status", status)}
              placeholder={partnerStatuses[status]}
              map={map}
            />
          ))}
        </div>
        <Button variant="default" loading={map.isRunning} onClick={map.save} style={{ justifySelf: "start" }}>
          {t("save")}
        </Button>
      </div>
    </Section>
  );
};
