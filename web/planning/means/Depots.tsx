import { Button, TextInput } from "@mantine/core";
import { planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useActionForm } from "../../api/useActionForm.ts";
import { tellDone } from "../../ui/tell.ts";
import { useWords } from "../../words/words.ts";
import styles from "./means.module.css";
import { meansWords } from "./words.ts";

const AddDepot = () => {
  const t = useWords(meansWords);
  const form = useActionForm(
    planning.addDepot,
    { name: "", postalCode: "", houseNumber: "" },
    {
      onDone: () => {
        tellDone(t("saved"));
        form.reset();
      },
    },
  );
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <div className={styles.row}>
        <TextInput label={t("name")} {...form.field("name")} />
        <TextInput label={t("postalCode")} {...form.field("postalCode")} />
        <TextInput label={t("houseNumber")} {...form.field("houseNumber")} />
      </div>
      <Button type="submit" variant="default" loading={form.isSending}>
        {t("addDepot")}
      </Button>
    </form>
  );
};

/** Where crews start and end. */
export const Depots = ({ mayPlan }: { mayPlan: boolean }) => {
  const t = useWords(meansWords);
  const { data } = useQuery(planning.depots, {});
  return (
    <section style={{ maxInlineSize: 560 }}>
      <h2 className={styles.subtitle}>{t("depots")}</h2>
      <ul className={styles.papers}>
        {(data?.rows ?? []).map(({ id, name, postalCode, city }) => (
          <li key={id}>
            <span>{name}</span>
            <span className={styles.soft}>{[postalCode, city].filter(Boolean).join(" ")}</span>
          </li>
        ))}
      </ul>
      {mayPlan && <AddDepot />}
    </section>
  );
};
