import { Button, Checkbox, Modal, Select, TextInput } from "@mantine/core";
import { AbsenceKind, planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useActionForm } from "../../api/useActionForm.ts";
import { tellDone } from "../../ui/tell.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "./means.module.css";
import { meansWords } from "./words.ts";

/** Notes that somebody is away: whole days, later, earlier, or for a while. */
export const AbsenceForm = ({ onClose }: { onClose: (touched: string | undefined) => void }) => {
  const t = useWords(meansWords);
  const { today } = useFormats();
  const { data } = useQuery(planning.mechanics, {});
  const form = useActionForm(
    planning.addAbsence,
    {
      mechanicId: "",
      kind: "sick_leave" as AbsenceKind,
      fromOn: today(),
      untilOn: today(),
      comesAt: "",
      leavesAt: "",
      awayFrom: "",
      awayUntil: "",
      approval: "approved" as "approved" | "pending",
      callable: false,
      remarks: "",
    },
    {
      onDone: ({ id, visits }) => {
        tellDone(t("hits", { count: visits.length }));
        onClose(visits.length > 0 ? id : undefined);
      },
    },
  );
  /** Who is away from a later day on is away until that day at least. */
  const startOn = (on: string) => {
    form.setFieldValue("fromOn", on as never);
    if (on > form.values.untilOn) form.setFieldValue("untilOn", on as never);
  };
  return (
    <Modal opened onClose={() => onClose(undefined)} title={t("addAbsence")} size="lg">
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <div className={styles.row}>
          <Select
            label={t("mechanic")}
            searchable
            data={(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            {...form.field("mechanicId")}
          />
          <Select
            label={t("kind")}
            allowDeselect={false}
            data={AbsenceKind.options.map((value) => ({ value, label: t(`absence.${value}`) }))}
            {...form.field("kind")}
          />
        </div>
        <div className={styles.row}>
          <TextInput
            type="date"
            label={t("from")}
            {...form.field("fromOn")}
            onChange={(event) => startOn(event.currentTarget.value)}
          />
          <TextInput type="date" label={t("until")} {...form.field("untilOn")} />
        </div>
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <legend className={styles.soft}>{t("partOfDay")}</legend>
          <div className={styles.row}>
            <TextInput type="time" label={t("comesAt")} {...form.field("comesAt")} />
            <TextInput type="time" label={t("leavesAt")} {...form.field("leavesAt")} />
            <TextInput type="time" label={t("awayFrom")} {...form.field("awayFrom")} />
            <TextInput type="time" label={t("awayUntil")} {...form.field("awayUntil")} />
          </div>
        </fieldset>
        <TextInput label={t("remarks")} {...form.field("remarks")} />
        <Checkbox
          label={t("callable")}
          checked={form.values.callable}
          onChange={(event) => form.setFieldValue("callable", event.currentTarget.checked as never)}
        />
        <Checkbox
          label={t("asRequest")}
          checked={form.values.approval === "pending"}
          onChange={(event) =>
            form.setFieldValue("approval", (event.currentTarget.checked ? "pending" : "approved") as never)
          }
        />
        <Button type="submit" loading={form.isSending}>
          {t("addAbsence")}
        </Button>
      </form>
    </Modal>
  );
};
