import { Switch, Textarea } from "@mantine/core";
import { catalog } from "#catalog/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { EditableMoney } from "../crm/EditableMoney.tsx";
import { EditableText } from "../crm/EditableText.tsx";
import { useVisitNames } from "../planning/visitNames.ts";
import { Go } from "../ui/Go.tsx";
import { InlineEdit } from "../ui/InlineEdit.tsx";
import { Money } from "../ui/Money.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { SidePanel } from "../ui/SidePanel.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { tellDone } from "../ui/tell.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./ArticlePanel.module.css";
import { useCategoryName } from "./categories.ts";
import { catalogWords } from "./words.ts";

interface PanelProps {
  articleId: string;
  mayChange: boolean;
  onClose: () => void;
}

/** An article beside its list: price, what it is made of and what partners call it. */
export const ArticlePanel = ({ articleId, mayChange, onClose }: PanelProps) => {
  const t = useWords(catalogWords);
  const category = useCategoryName();
  const names = useVisitNames();
  const { percent, number } = useFormats();
  const { data: article, error } = useQuery(catalog.article, { articleId }, { keep: true });
  const change = useAction(catalog.changeArticle, { onDone: () => tellDone(t("saved")) });
  const amount = (name: "listPriceCents" | "costCents", label: string, cents: number) => ({
    label,
    value: (
      <EditableMoney
        label={label}
        cents={cents}
        mayChange={mayChange}
        onSave={(next) => next !== null && change.run({ articleId, [name]: next })}
      />
    ),
  });
  return (
    <SidePanel title={article?.number ?? t("catalog")} onClose={onClose}>
      {error ? <ErrorState error={error} /> : null}
      {!article && !error && <SkeletonLines lines={8} />}
      {article && (
        <div className={styles.panel}>
          <h3 className={styles.name}>
            <EditableText
              label={t("name")}
              value={article.name}
              mayChange={mayChange}
              onSave={(name) => (name ? change.runAsync({ articleId, name }) : undefined)}
            />
          </h3>
          <PropertyList
            properties={[
              { label: t("kindName"), value: t(`kind.${article.kind}`) },
              { label: t("category"), value: category(article.category) },
              { label: t("brand"), value: article.brand },
              amount("listPriceCents", t("price"), article.listPriceCents),
              amount("costCents", t("cost"), article.costCents),
              {
                label: t("margin"),
                value:
                  article.listPriceCents > 0 &&
                  article.costCents > 0 &&
                  percent(
                    Math.round(
                      ((article.listPriceCents - article.costCents) / article.listPriceCents) * 100,
                    ) * 100,
                  ),
              },
              { label: t("vat"), value: percent(article.vatRate) },
              {
                label: t("minutes"),
                value: (
                  <EditableText
                    label={t("minutes")}
                    value={String(article.minutes)}
                    shown={number(article.minutes)}
                    mayChange={mayChange}
                    type="number"
                    onSave={(typed) => change.runAsync({ articleId, minutes: Number(typed ?? 0) })}
                  />
                ),
              },
              { label: t("ean"), value: article.ean },
              {
                label: t("warranty"),
                value: article.warrantyMonths !== null && t("months", { count: article.warrantyMonths }),
              },
              {
                label: t("skills"),
                value: article.skills.map((skill) => names("skill", skill)).join(", ") || null,
              },
              {
                label: t("description"),
                value: mayChange ? (
                  <InlineEdit
                    label={t("description")}
                    shown={article.description}
                    input={(done) => (
                      <Textarea
                        size="xs"
                        autosize
                        minRows={3}
                        aria-label={t("description")}
                        defaultValue={article.description ?? ""}
                        onBlur={({ currentTarget: { value } }) => {
                          done();
                          if (value !== (article.description ?? ""))
                            change.run({ articleId, description: value || null });
                        }}
                      />
                    )}
                  />
                ) : (
                  article.description
                ),
              },
              {
                label: t("active"),
                value: (
                  <Switch
                    aria-label={t("active")}
                    checked={article.active}
                    disabled={!mayChange}
                    onChange={(event) => change.run({ articleId, active: event.currentTarget.checked })}
                  />
                ),
              },
            ].map((property) => ({ ...property, value: property.value === false ? null : property.value }))}
          />
          {article.components.length > 0 && (
            <section>
              <h3 className={styles.title}>{t("components")}</h3>
              <table className={styles.table}>
                <tbody>
                  {article.components.map((part) => (
                    <tr key={part.articleId}>
                      <td className={styles.count}>{number(part.quantity)} ×</td>
                      <td>
                        <Go to={`/catalog?open=${part.articleId}`} className={styles.link}>
                          {part.name}
                        </Go>
                        <span className={styles.number}>{part.number}</span>
                      </td>
                      <td className={styles.amount}>
                        <Money cents={Math.round(part.listPriceCents * part.quantity)} />
                      </td>
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <td colSpan={2}>{t("sum")}</td>
                    <td className={styles.amount}>
                      <Money
                        cents={article.components.reduce(
                          (sum, part) => sum + Math.round(part.listPriceCents * part.quantity),
                          0,
                        )}
                      />
                    </td>
                  </tr>
                </tfoot>
              </table>
            </section>
          )}
          {article.partnerNumbers.length > 0 && (
            <section>
              <h3 className={styles.title}>{t("partnerNumbers")}</h3>
              <ul className={styles.numbers}>
                {article.partnerNumbers.map((each) => (
                  <li key={each.organizationId + each.partnerSku}>
                    <Go to={`/customers/${each.organizationId}`} className={styles.link}>
                      {each.organizationName}
                    </Go>
                    <span className="tabular">{each.partnerSku}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </SidePanel>
  );
};
