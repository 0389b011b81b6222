import { Button, Checkbox, Modal, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ArticleKind, catalog } from "#catalog/contract";
import { useActionForm } from "../api/useActionForm.ts";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import styles from "./AddArticle.module.css";
import { knownCategories, useCategoryName } from "./categories.ts";
import { centsOf } from "./cents.ts";
import { catalogWords } from "./words.ts";

/** Adds an article to the catalog. */
export const AddArticle = ({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) => {
  const t = useWords(catalogWords);
  const category = useCategoryName();
  const [price, setPrice] = useState("");
  const [cost, setCost] = useState("");
  const [isWrong, setWrong] = useState(false);
  const listPriceCents = centsOf(price);
  const form = useActionForm(
    catalog.addArticle,
    { number: "", name: "", kind: "charger", category: "", brand: "", minutes: "", requiresSerial: false },
    {
      fixed: { listPriceCents, costCents: centsOf(cost) ?? 0 } as never,
      onDone: (article) => {
        tellDone(t("added", { name: article.name }));
        onAdded(article.id);
      },
    },
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    setWrong(listPriceCents === undefined);
    form.submit(event);
  };
  return (
    <Modal opened onClose={onClose} title={t("add")} size="lg">
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextInput className={styles.wide} label={t("name")} data-autofocus {...form.field("name")} />
        <TextInput label={t("number")} {...form.field("number")} />
        <Select
          label={t("kindName")}
          allowDeselect={false}
          data={ArticleKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.field("kind")}
        />
        <Select
          label={t("category")}
          searchable
          data={knownCategories.map((value) => ({ value, label: category(value) }))}
          {...form.field("category")}
        />
        <TextInput label={t("brand")} {...form.field("brand")} />
        <TextInput
          label={t("price")}
          inputMode="decimal"
          value={price}
          error={isWrong && listPriceCents === undefined ? t("badPrice") : undefined}
          onChange={(event) => setPrice(event.currentTarget.value)}
        />
        <TextInput
          label={t("cost")}
          inputMode="decimal"
          value={cost}
          onChange={(event) => setCost(event.currentTarget.value)}
        />
        <TextInput
          label={t("minutes")}
          type="number"
          value={form.values.minutes}
          error={form.errors.minutes}
          onChange={({ currentTarget: { value } }) =>
            form.setFieldValue("minutes", (value === "" ? "" : Number(value)) as never)
          }
        />
        <Checkbox className={styles.check} label={t("serial")} {...form.check("requiresSerial")} />
        <Button type="submit" className={styles.save} loading={form.isSending}>
          {t("save")}
        </Button>
      </form>
    </Modal>
  );
};
