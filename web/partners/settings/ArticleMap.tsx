import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { partners } from "#partners/contract";
import { useList } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { ArticlePicker, type PickedArticle } from "../../catalog/ArticlePicker.tsx";
import { Section } from "../../ui/Section.tsx";
import { ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { tellDone } from "../../ui/tell.ts";
import { commonWords } from "../../words/common.ts";
import { useWords } from "../../words/words.ts";
import styles from "./settings.module.css";
import { partnerSettingsWords } from "./words.ts";

const AddNumber = ({ organizationId }: { organizationId: string }) => {
  const t = useWords(partnerSettingsWords);
  const [sku, setSku] = useState("");
  const [article, setArticle] = useState<PickedArticle>();
  const [round, setRound] = useState(0);
  const map = useAction(partners.mapSku, {
    onDone: ({ partnerSku, orders: count }) => {
      tellDone(t("added", { sku: partnerSku, count }));
      setSku("");
      setArticle(undefined);
      setRound(round + 1);
    },
  });
  return (
    <form
      className={styles.tools}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (article && sku.trim()) map.run({ organizationId, partnerSku: sku.trim(), articleId: article.id });
      }}
    >
      <TextInput
        label={t("sku")}
        value={sku}
        maxLength={200}
        onChange={({ currentTarget: { value } }) => setSku(value)}
      />
      <div className={styles.grow}>
        <ArticlePicker key={round} label={t("article")} onPick={setArticle} />
      </div>
      <Button type="submit" variant="default" disabled={!article || !sku.trim()} loading={map.isRunning}>
        {t("add")}
      </Button>
    </form>
  );
};

/** What a partner calls our articles. */
export const ArticleMap = ({ organizationId }: { organizationId: string }) => {
  const t = useWords(partnerSettingsWords);
  const common = useWords(commonWords);
  const list = useList(partners.partnerArticles, { organizationId });
  const remove = useAction(partners.unmapSku, {
    onDone: ({ partnerSku: sku }) => tellDone(t("removed", { sku })),
  });
  return (
    <Section title={t("articles")}>
      <p className={styles.soft}>{t("articlesText")}</p>
      <AddNumber organizationId={organizationId} />
      {list.error ? <ErrorState error={list.error} /> : null}
      {list.isLoading && <SkeletonLines lines={4} />}
      {list.rows?.length === 0 && <p className={styles.soft}>{t("noArticles")}</p>}
      <ul className={styles.list}>
        {list.rows?.map((row) => (
          <li key={row.id}>
            <code className={styles.grow}>{row.partnerSku}</code>
            <span className={styles.grow}>
              {row.articleName} <span className={styles.name}>{row.articleNumber}</span>
            </span>
            <Button
              size="xs"
              variant="subtle"
              aria-label={`${t("remove")}: ${row.partnerSku}`}
              onClick={() => remove.run({ organizationId, partnerSku: row.partnerSku })}
            >
              {t("remove")}
            </Button>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button size="xs" variant="default" loading={list.isLoadingMore} onClick={list.more}>
          {common("more")}
        </Button>
      )}
    </Section>
  );
};
