import { Select } from "@mantine/core";
import { orders } from "#orders/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { useMay } from "../identity/session.tsx";
import { DateText } from "../ui/DateText.tsx";
import { Section } from "../ui/Section.tsx";
import { tellDone } from "../ui/tell.ts";
import { useWords, words } from "../words/words.ts";
import styles from "./OrderFiles.module.css";

const fileWords = words({
  nl: {
    title: "Bestanden",
    visible: "Wie ziet {name}?",
    visibility: { internal: "Alleen wij", partner: "Ook de partner", customer: "Ook de klant" },
    saved: "Opgeslagen",
    by: { person: "collega", partner: "partner", customer: "klant", automation: "opgehaald" },
  },
  en: {
    title: "Files",
    visible: "Who sees {name}?",
    visibility: { internal: "Only us", partner: "Also the partner", customer: "Also the customer" },
    saved: "Saved",
    by: { person: "colleague", partner: "partner", customer: "customer", automation: "fetched" },
  },
});

const visibilities = ["internal", "partner", "customer"] as const;
const makers = ["person", "partner", "customer", "automation"] as const;

/** The files of an order, and who may see each. */
export const OrderFiles = ({ orderId }: { orderId: string }) => {
  const t = useWords(fileWords);
  const may = useMay();
  const { data } = useQuery(orders.files, { orderId });
  const show = useAction(orders.showFile, { onDone: () => tellDone(t("saved")) });
  const rows = data?.rows ?? [];
  if (rows.length === 0) return null;
  const mayShow = may("sales.orders") || may("operations.planning");
  return (
    <Section title={t("title")} note={rows.length} flush>
      <ul className={styles.files}>
        {rows.map((file) => {
          const maker = makers.find((each) => each === file.uploadedByKind);
          return (
            <li key={file.id}>
              <a href={`/api/v1/files/${file.id}`} target="_blank" rel="noreferrer" className={styles.name}>
                {file.name}
              </a>
              <span className={styles.soft}>
                {maker && t(`by.${maker}`)} · <DateText at={file.createdAt} />
              </span>
              <Select
                size="xs"
                w={150}
                aria-label={t("visible", { name: file.name })}
                allowDeselect={false}
                disabled={!mayShow}
                data={visibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))}
                value={file.visibility}
                onChange={(value) => {
                  const visibility = visibilities.find((each) => each === value);
                  if (visibility) show.run({ orderId, fileId: file.id, visibility });
                }}
              />
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
