import { Button, Modal, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { type MechanicView, planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useActionForm } from "../../api/useActionForm.ts";
import { useMay } from "../../identity/session.tsx";
import { meant } from "../../ui/meant.ts";
import { EmptyState, ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useOpenRecord } from "../../ui/useFilters.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { useVisitNames } from "../visitNames.ts";
import { plusDays } from "../weekDays.ts";
import { ListSearch, useSearch } from "./ListSearch.tsx";
import { MechanicPanel } from "./MechanicPanel.tsx";
import styles from "./means.module.css";
import { meansWords } from "./words.ts";

const warnDays = 30;

/** How the papers of somebody stand: the newest of each kind counts. */
export const paperState = (mechanic: Pick<MechanicView, "certificates">, today: string) => {
  const newest = [...Map.groupBy(mechanic.certificates, ({ kind }) => kind).values()].map((papers) =>
    papers.reduce((last, paper) => ((paper.expiresOn ?? "9") > (last.expiresOn ?? "9") ? paper : last)),
  );
  const soon = plusDays(today, warnDays);
  const expired = newest.filter(({ expiresOn }) => expiresOn !== null && expiresOn < today).length;
  const expiring = newest.filter(
    ({ expiresOn }) => expiresOn !== null && expiresOn >= today && expiresOn <= soon,
  );
  return { expired, expiring: expiring.length, count: newest.length };
};

const Papers = ({ mechanic }: { mechanic: MechanicView }) => {
  const t = useWords(meansWords);
  const { today } = useFormats();
  const { expired, expiring, count } = paperState(mechanic, today());
  if (expired > 0) return <span className={styles.expired}>{t("expired", { count: expired })}</span>;
  if (expiring > 0) return <span className={styles.soon}>{t("expiring", { count: expiring })}</span>;
  return <span className={styles.soft}>{count > 0 ? t("inOrder") : "–"}</span>;
};

const AddMechanic = ({ onClose }: { onClose: () => void }) => {
  const t = useWords(meansWords);
  const form = useActionForm(
    planning.addMechanic,
    { code: "", name: "", firstName: "" },
    {
      onDone: () => {
        tellDone(t("saved"));
        onClose();
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={t("addMechanic")}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <TextInput label={t("name")} data-autofocus {...form.field("name")} />
        <TextInput label={t("firstName")} {...form.field("firstName")} />
        <TextInput label={t("code")} {...form.field("code")} />
        <Button type="submit" loading={form.isSending}>
          {t("addMechanic")}
        </Button>
      </form>
    </Modal>
  );
};

/** The mechanics: what they may do, until when, and where they live. */
export const Mechanics = () => {
  const t = useWords(meansWords);
  const names = useVisitNames();
  const may = useMay();
  const { openId, open } = useOpenRecord();
  const [isAdding, setAdding] = useState(false);
  const search = useSearch();
  const query = useQuery(planning.mechanics, {});
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={10} />;
  const { rows } = query.data;
  const skillsOf = (mechanic: MechanicView) =>
    [...new Set([...mechanic.certificates.map(({ kind }) => kind), ...mechanic.skills])].map((skill) =>
      names("skill", skill),
    );
  const shown = meant(rows, search, (mechanic) => [
    mechanic.name,
    mechanic.code,
    mechanic.home.city,
    t(`levels.${mechanic.level as "senior"}`),
    ...skillsOf(mechanic),
  ]);
  const chosen = rows.find(({ id }) => id === openId);
  return (
    <>
      <div className={styles.tools}>
        {rows.length > 0 && <ListSearch />}
        {may("operations.planning") && (
          <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
            {t("addMechanic")}
          </Button>
        )}
      </div>
      {rows.length === 0 && <EmptyState title={t("noMechanics")} text={t("noMechanicsText")} />}
      {rows.length > 0 && shown.length === 0 && (
        <EmptyState title={t("noneFound")} text={t("noneFoundText")} />
      )}
      {shown.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col" className={styles.hideNarrow}>
                {t("level")}
              </th>
              <th scope="col">{t("certificates")}</th>
              <th scope="col" className={styles.hideNarrow}>
                {t("skills")}
              </th>
              <th scope="col" className={styles.hideNarrow}>
                {t("home")}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((mechanic) => (
              <tr key={mechanic.id}>
                <td>
                  <button type="button" className={styles.plain} onClick={() => open(mechanic.id)}>
                    {mechanic.name}
                  </button>
                </td>
                <td className={styles.hideNarrow}>{t(`levels.${mechanic.level as "senior"}`)}</td>
                <td>
                  <Papers mechanic={mechanic} />
                </td>
                <td className={styles.hideNarrow}>{skillsOf(mechanic).join(", ")}</td>
                <td className={styles.hideNarrow}>{mechanic.home.city}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isAdding && <AddMechanic onClose={() => setAdding(false)} />}
      {chosen && <MechanicPanel key={chosen.id} mechanic={chosen} onClose={() => open(undefined)} />}
    </>
  );
};
