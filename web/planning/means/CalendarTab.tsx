import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { PeriodKind, planning, Region } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { useActionForm } from "../../api/useActionForm.ts";
import { useMay } from "../../identity/session.tsx";
import { ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { crewWords } from "./crewWords.ts";
import styles from "./means.module.css";

const AddPeriod = () => {
  const t = useWords(crewWords);
  const { today } = useFormats();
  const form = useActionForm(
    planning.addPeriod,
    { kind: "company_closed" as const, name: "", region: null, fromOn: today(), untilOn: today() },
    { onDone: () => form.reset() },
  );
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <div className={styles.row}>
        <Select
          label={t("kind")}
          allowDeselect={false}
          data={PeriodKind.options.map((value) => ({ value, label: t(`period.${value}`) }))}
          {...form.field("kind")}
        />
        <TextInput label={t("periodName")} {...form.field("name")} />
        <Select
          label={t("regionName")}
          placeholder={t("wholeCountry")}
          clearable
          data={Region.options.map((value) => ({ value, label: t(`region.${value}`) }))}
          {...form.field("region")}
        />
        <TextInput type="date" label={t("from")} {...form.field("fromOn")} />
        <TextInput type="date" label={t("until")} {...form.field("untilOn")} />
      </div>
      <Button type="submit" variant="default" loading={form.isSending}>
        {t("addPeriod")}
      </Button>
    </form>
  );
};

/** On which days the company works: weekdays, feast days and closures, with the holidays of schools and the trade. */
export const CalendarTab = () => {
  const t = useWords(crewWords);
  const { today, day } = useFormats();
  const filters = useFilters();
  const mayPlan = useMay()("operations.planning");
  const year = Number(filters.values.year ?? today().slice(0, 4));
  const query = useQuery(planning.calendar, { year }, { keep: true });
  const choose = useAction(planning.chooseWorkingDay);
  const remove = useAction(planning.removePeriod);
  const again = useAction(planning.addPeriod);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={10} />;
  const { feastDays, weekdays, periods } = query.data;
  const years = [0, 1, 2].map((step) => String(Number(today().slice(0, 4)) + step));
  return (
    <>
      <div className={styles.tools}>
        <Select
          size="xs"
          aria-label={t("year")}
          allowDeselect={false}
          data={[...new Set([...years, String(year)])]}
          value={String(year)}
          onChange={(value) => filters.set({ year: value ?? undefined })}
        />
      </div>
      <div className={styles.sections}>
        <section>
          <h2 className={styles.subtitle}>{t("weekdays")}</h2>
          <ul className={styles.papers}>
            {weekdays.map(({ weekday, works }) => (
              <li key={weekday}>
                <Checkbox
                  label={t(`weekdayLong.${String(weekday) as "1"}`)}
                  checked={works}
                  disabled={!mayPlan || choose.isRunning}
                  onChange={() => choose.run({ rule: `weekday ${weekday}`, works: !works })}
                />
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2 className={styles.subtitle}>{t("feastDays")}</h2>
          <p className={styles.soft}>{t("feastText")}</p>
          <ul className={styles.papers}>
            {feastDays.map(({ on, name, rule, works }) => (
              <li key={on + rule}>
                <span>
                  {name} <span className={styles.soft}>{day(on)}</span>
                </span>
                <Checkbox
                  label={t("works")}
                  aria-label={`${name}: ${t("works")}`}
                  checked={works}
                  disabled={!mayPlan || choose.isRunning}
                  onChange={() => choose.run({ rule, works: !works })}
                />
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2 className={styles.subtitle}>{t("periods")}</h2>
          <ul className={styles.papers}>
            {periods.map(({ id, ...period }) => (
              <li key={id ?? period.name + period.region + period.fromOn}>
                <span>
                  {period.name}{" "}
                  <span className={styles.soft}>
                    {t(`period.${period.kind}`)},{" "}
                    {period.region ? t(`region.${period.region}`) : t("wholeCountry")}
                  </span>
                </span>
                <span>
                  {day(period.fromOn)} – {day(period.untilOn)}{" "}
                  {mayPlan && id && (
                    <button
                      type="button"
                      className={styles.plain}
                      onClick={() => {
                        remove.run({ periodId: id });
                        tellDone(t("removed", { crew: period.name }), () => again.run(period));
                      }}
                    >
                      {t("remove2")}
                    </button>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {mayPlan && <AddPeriod />}
        </section>
      </div>
    </>
  );
};
