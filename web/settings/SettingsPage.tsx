import { Problem } from "#platform/contract";
import { useMay } from "../identity/session.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { PageTabs } from "../ui/PageTabs.tsx";
import { EmptyState } from "../ui/states.tsx";
import { useFilters } from "../ui/useFilters.ts";
import { useLanguage } from "../words/language.ts";
import { sentenceOf } from "../words/problems.ts";
import { useWords } from "../words/words.ts";
import { AuditLog } from "./AuditLog.tsx";
import { DeadJobs } from "./DeadJobs.tsx";
import { Entities } from "./Entities.tsx";
import { Keys } from "./Keys.tsx";
import { PartnerCalls } from "./PartnerCalls.tsx";
import { PartnerDeliveries } from "./PartnerDeliveries.tsx";
import { Partners } from "./Partners.tsx";
import { Statuses } from "./Statuses.tsx";
import { Templates } from "./Templates.tsx";
import { Users } from "./Users.tsx";
import { settingsWords } from "./words.ts";

const parts = [
  { name: "users", scope: "admin.users", Part: Users },
  { name: "entities", scope: "admin.settings", Part: Entities },
  { name: "keys", scope: "admin.integrations", Part: Keys },
  { name: "statuses", scope: "admin.settings", Part: Statuses },
  { name: "templates", scope: "admin.settings", Part: Templates },
  { name: "partners", scope: "sales.orders", Part: Partners },
  { name: "desk", scope: "sales.orders", Part: PartnerCalls },
  { name: "deliveries", scope: "sales.orders", Part: PartnerDeliveries },
  { name: "audit", scope: "admin.audit", Part: AuditLog },
  { name: "jobs", scope: "admin.settings", Part: DeadJobs },
] as const;

/** Settings, one part at a time; each shows to whoever may keep it. */
export const SettingsPage = () => {
  const t = useWords(settingsWords);
  const language = useLanguage();
  const may = useMay();
  const { tab } = useFilters().values;
  const shown = parts.filter(({ scope }) => may(scope));
  const current = shown.find(({ name }) => name === tab) ?? shown[0];
  return (
    <>
      <PageHeader title={t("settings")}>
        <PageTabs
          label={t("settings")}
          current={current?.name ?? ""}
          tabs={shown.map(({ name }) => ({ value: name, label: t(name), to: `/settings?tab=${name}` }))}
        />
      </PageHeader>
      {current ? (
        <current.Part key={current.name} />
      ) : (
        <EmptyState title={sentenceOf(new Problem("platform/forbidden", 403, ""), language)} />
      )}
    </>
  );
};
