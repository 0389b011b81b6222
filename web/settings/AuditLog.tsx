import type { z } from "zod";
import { type AuditLine, desk } from "#platform/desk/contract";
import { useMe } from "../identity/session.tsx";
import { DateText } from "../ui/DateText.tsx";
import { Go } from "../ui/Go.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import type { FilterValues } from "../ui/useFilters.ts";
import { type Language, useLanguage } from "../words/language.ts";
import { useWords } from "../words/words.ts";
import { actionsLike, actionWord, namedActions } from "./actions/actionWord.ts";
import { changesOf, recordOf } from "./auditLine.ts";
import { auditWords } from "./auditWords.ts";
import { SettingsList } from "./SettingsList.tsx";
import { settingsWords } from "./words.ts";

type Line = z.infer<typeof AuditLine>;

type ActorKind = keyof (typeof settingsWords)["nl"]["actor"];
const isActorKind = (kind: string): kind is ActorKind => kind in settingsWords.nl.actor;

/** A name, or what kind of actor it was; what the platform does by itself has its name in the action. */
const useWho = () => {
  const t = useWords(settingsWords);
  const ta = useWords(auditWords);
  return ({ actorName, actorKind, action }: Line) => {
    if (actorKind === "customer" && action.startsWith("identity."))
      return actorName ? ta("visitorAs", { name: actorName }) : ta("visitor");
    // A customer types its name itself: it must not pass for a colleague.
    if (actorKind === "customer" && actorName) return ta("customerAs", { name: actorName });
    if (actorKind !== "automation" && actorName) return actorName;
    return isActorKind(actorKind) ? t(`actor.${actorKind}`) : actorKind;
  };
};

/** What was done, in words; its technical name stands behind it. */
const ActionName = ({ action }: { action: string }) => {
  const word = actionWord(action, useLanguage());
  return <span title={word ? `${word} (${action})` : action}>{word ?? action}</span>;
};

const useColumns = () => {
  const t = useWords(settingsWords);
  const language = useLanguage();
  const whoOf = useWho();
  const { businessEntities } = useMe();
  const entityName = (code: string) => businessEntities.find((each) => each.code === code)?.name ?? code;
  const reading = { language, entityName };
  return columnsOf<Line>([
    {
      id: "action",
      header: t("action"),
      width: { min: 260, grow: 1.2 },
      always: true,
      phone: "title",
      csv: (row) => actionWord(row.action, language),
      cell: (row) => <ActionName action={row.action} />,
    },
    {
      id: "technicalName",
      header: t("technicalName"),
      width: { min: 180 },
      hidden: true,
      exported: true,
      csv: (row) => row.action,
      cell: (row) => row.action,
    },
    {
      id: "who",
      header: t("who"),
      width: { min: 150, grow: 0.7 },
      phone: "line",
      csv: (row) => row.actorName,
      cell: whoOf,
    },
    {
      id: "about",
      header: t("about"),
      width: 120,
      csv: (row) => row.recordType,
      cell: (row) =>
        row.orderId ? (
          <Go to={`/orders/${row.orderId}`} className="cc-link-button">
            {recordOf(row, language) ?? t("order")}
          </Go>
        ) : (
          recordOf(row, language)
        ),
    },
    {
      id: "changes",
      header: t("changes"),
      width: { min: 220, grow: 2 },
      csv: (row) => changesOf(row, reading),
      cell: (row) => <span title={changesOf(row, reading)}>{changesOf(row, reading)}</span>,
    },
    {
      id: "address",
      header: t("address"),
      width: 120,
      hidden: true,
      csv: (row) => row.address,
      cell: (row) => row.address,
    },
    {
      id: "sealed",
      header: t("sealed"),
      width: 140,
      phone: "side",
      cell: (row) => (
        <StatusBadge
          label={row.sealed ? t("sealed") : t("notSealed")}
          tone={row.sealed ? "success" : "neutral"}
        />
      ),
    },
    {
      id: "at",
      header: t("at"),
      width: 150,
      sort: "at",
      descendingFirst: true,
      phone: "line",
      csv: (row) => row.at,
      cell: (row) => <DateText at={row.at} as="moment" />,
    },
  ]);
};

/** The actions to choose from, by the words the list shows. */
const optionsIn = (language: Language) =>
  namedActions()
    .map((value) => ({ value, label: actionWord(value, language) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));

/** Searching finds an action by the words it is shown in, and by its technical name. */
const searchedIn = (language: Language) => (values: FilterValues) => {
  const like = actionsLike(values.search ?? "", language);
  return like.length > 0 ? { ...values, searchActions: like.join(",") } : values;
};

/** Who did what, and whether it is sealed in the chain that nobody can change unseen. */
export const AuditLog = () => {
  const t = useWords(settingsWords);
  const language = useLanguage();
  return (
    <SettingsList
      tab="audit"
      label={t("audit")}
      endpoint={desk.auditLines}
      columns={useColumns()}
      empty={<EmptyState title={t("noAudit")} />}
      search={t("searchAudit")}
      asks={searchedIn(language)}
      choices={[
        { name: "action", label: t("action"), options: optionsIn(language) },
        {
          name: "actorKind",
          label: t("who"),
          options: Object.keys(settingsWords.nl.actor).map((value) => ({
            value,
            label: t(`actor.${value as ActorKind}`),
          })),
        },
      ]}
    />
  );
};
