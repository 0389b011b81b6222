import { catalog } from "#catalog/contract";
import { useQuery } from "../api/queries.ts";
import { DateText } from "../ui/DateText.tsx";
import { Section } from "../ui/Section.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./ArticlePanel.module.css";
import { useCategoryName } from "./categories.ts";
import { catalogWords } from "./words.ts";

/** The price agreements in force with an organization. */
export const PriceAgreements = ({ organizationId }: { organizationId: string }) => {
  const t = useWords(catalogWords);
  const category = useCategoryName();
  const { percent } = useFormats();
  const { data, error } = useQuery(catalog.priceAgreements, { organizationId });
  return (
    <Section title={t("agreements")}>
      {error ? <ErrorState error={error} /> : null}
      {!data && !error && <SkeletonLines lines={2} />}
      {data?.rows.length === 0 && <p>{t("noAgreements")}</p>}
      {data && data.rows.length > 0 && (
        <table className={styles.table}>
          <tbody>
            {data.rows.map((agreement) => (
              <tr key={agreement.id}>
                <td>
                  {agreement.name}
                  <span className={styles.number}>
                    {agreement.category ? category(agreement.category) : t("everything")}
                  </span>
                </td>
                <td>
                  {agreement.discount > 0 && t("discount", { percent: percent(agreement.discount) })}{" "}
                  {agreement.markup > 0 && t("markup", { percent: percent(agreement.markup) })}
                </td>
                <td className={styles.amount}>
                  {t("from")} <DateText at={agreement.validFrom} />
                  {agreement.validUntil && (
                    <>
                      {" "}
                      {t("until")} <DateText at={agreement.validUntil} />
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
};
