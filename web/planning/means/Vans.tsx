import { Button, Modal, NumberInput, TagsInput, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { planning, type VanView } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { useActionForm } from "../../api/useActionForm.ts";
import { useMay } from "../../identity/session.tsx";
import { meant } from "../../ui/meant.ts";
import { EmptyState, ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { useVisitNames } from "../visitNames.ts";
import { Depots } from "./Depots.tsx";
import { ListSearch, useSearch } from "./ListSearch.tsx";
import styles from "./means.module.css";
import { meansWords } from "./words.ts";

const VanForm = ({ van, onClose }: { van: VanView | undefined; onClose: () => void }) => {
  const t = useWords(meansWords);
  const values = {
    plate: van?.plate ?? "",
    name: van?.name ?? "",
    skills: van?.skills ?? [],
    equipment: van?.equipment ?? [],
    capacity: van?.capacity ?? null,
  };
  const onDone = () => {
    tellDone(t("saved"));
    onClose();
  };
  const add = useActionForm(planning.addVan, values, { onDone });
  const change = useActionForm(planning.changeVan, values, {
    fixed: { vanId: van?.id ?? "" },
    onlyChanges: true,
    onDone,
  });
  const form = van ? change : add;
  return (
    <Modal opened onClose={onClose} title={van?.name ?? t("addVan")}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <TextInput label={t("name")} data-autofocus {...form.field("name")} />
        <TextInput label={t("plate")} {...form.field("plate")} />
        <TagsInput
          label={t("brings")}
          value={form.values.skills}
          onChange={(value) => form.setFieldValue("skills", value as never)}
        />
        <TagsInput
          label={t("equipment")}
          value={form.values.equipment}
          onChange={(value) => form.setFieldValue("equipment", value as never)}
        />
        <NumberInput
          label={t("capacity")}
          min={0}
          value={form.values.capacity ?? ""}
          onChange={(value) => form.setFieldValue("capacity", (value === "" ? null : Number(value)) as never)}
        />
        <Button type="submit" loading={form.isSending}>
          {t("save")}
        </Button>
      </form>
    </Modal>
  );
};

const RepairDialog = ({ van, onClose }: { van: VanView; onClose: () => void }) => {
  const t = useWords(meansWords);
  const { today, day } = useFormats();
  const form = useActionForm(
    planning.addRepair,
    { fromOn: today(), untilOn: today(), reason: "" },
    {
      fixed: { vanId: van.id },
      onDone: ({ crews }) => {
        const names = crews.map(({ name, on }) => `${name} (${day(on)})`).join(", ");
        tellDone(crews.length > 0 ? t("repairCrews", { crews: names }) : t("saved"));
        onClose();
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={t("repairTitle", { van: van.name })}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <div className={styles.row}>
          <TextInput type="date" label={t("from")} data-autofocus {...form.field("fromOn")} />
          <TextInput type="date" label={t("until")} {...form.field("untilOn")} />
        </div>
        <TextInput label={t("reason")} {...form.field("reason")} />
        <Button type="submit" loading={form.isSending}>
          {t("save")}
        </Button>
      </form>
    </Modal>
  );
};

const Repairs = ({ van, mayPlan, onAdd }: { van: VanView; mayPlan: boolean; onAdd: () => void }) => {
  const t = useWords(meansWords);
  const { day } = useFormats();
  const remove = useAction(planning.removeRepair, { onDone: () => tellDone(t("saved")) });
  return (
    <>
      {van.repairs.map(({ id, fromOn, untilOn, reason }) => (
        <div key={id}>
          {day(fromOn)} – {day(untilOn)} <span className={styles.soft}>{reason}</span>{" "}
          {mayPlan && (
            <button type="button" className={styles.plain} onClick={() => remove.run({ repairId: id })}>
              {t("remove")}
            </button>
          )}
        </div>
      ))}
      {mayPlan && (
        <button type="button" className={styles.plain} onClick={onAdd}>
          {t("repair")}
        </button>
      )}
    </>
  );
};

/** The vans: what each brings and when it is in the garage; below them the depots. */
export const Vans = () => {
  const t = useWords(meansWords);
  const names = useVisitNames();
  const mayPlan = useMay()("operations.planning");
  const [shown, setShown] = useState<{ van: VanView | undefined; as: "form" | "repair" }>();
  const search = useSearch();
  const query = useQuery(planning.vans, {});
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={8} />;
  const { rows } = query.data;
  const bringsOf = (van: VanView) => [...van.skills.map((skill) => names("skill", skill)), ...van.equipment];
  const found = meant(rows, search, (van) => [
    van.name,
    van.plate,
    ...bringsOf(van),
    ...van.repairs.map(({ reason }) => reason),
  ]);
  const close = () => setShown(undefined);
  return (
    <>
      <div className={styles.tools}>
        {rows.length > 0 && <ListSearch />}
        {mayPlan && (
          <Button
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => setShown({ van: undefined, as: "form" })}
          >
            {t("addVan")}
          </Button>
        )}
      </div>
      {rows.length === 0 && <EmptyState title={t("noVans")} text={t("noVansText")} />}
      {rows.length > 0 && found.length === 0 && (
        <EmptyState title={t("noneFound")} text={t("noneFoundText")} />
      )}
      {found.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("plate")}</th>
              <th scope="col" className={styles.hideNarrow}>
                {t("brings")}
              </th>
              <th scope="col" className={styles.hideNarrow}>
                {t("capacity")}
              </th>
              <th scope="col">{t("repairs")}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((van) => (
              <tr key={van.id}>
                <td>
                  <button
                    type="button"
                    className={styles.plain}
                    onClick={() => setShown({ van, as: "form" })}
                  >
                    {van.name}
                  </button>
                </td>
                <td>{van.plate}</td>
                <td className={styles.hideNarrow}>{bringsOf(van).join(", ")}</td>
                <td className={styles.hideNarrow}>{van.capacity}</td>
                <td>
                  <Repairs van={van} mayPlan={mayPlan} onAdd={() => setShown({ van, as: "repair" })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Depots mayPlan={mayPlan} />
      {shown?.as === "form" && <VanForm van={shown.van} onClose={close} />}
      {shown?.as === "repair" && shown.van && <RepairDialog van={shown.van} onClose={close} />}
    </>
  );
};
