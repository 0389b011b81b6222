import { Button, Popover } from "@mantine/core";
import { useState } from "react";
import { orders } from "#orders/contract";
import { partners } from "#partners/contract";
import { useAction } from "../api/useAction.ts";
import { ArticlePicker } from "../catalog/ArticlePicker.tsx";
import { tellDone } from "../ui/tell.ts";
import { useWords, words } from "../words/words.ts";

const mapWords = words({
  nl: {
    button: "Artikel kiezen",
    label: "Welk artikel is “{sku}”?",
    done: "{sku} is bekend; {count, plural, one {# order} other {# orders}} bijgewerkt",
  },
  en: {
    button: "Choose article",
    label: "Which article is “{sku}”?",
    done: "{sku} is known; {count, plural, one {# order} other {# orders}} brought up to date",
  },
});

/** Says on the spot which of our articles a partner's number is. */
export const MapSku = ({ organizationId, sku }: { organizationId: string; sku: string }) => {
  const t = useWords(mapWords);
  const [isOpen, setOpen] = useState(false);
  const map = useAction(partners.mapSku, {
    invalidates: [orders.exceptions, orders.order, orders.orders, orders.today, orders.timeline],
    onDone: ({ orders: count }) => {
      tellDone(t("done", { sku, count }));
      setOpen(false);
    },
  });
  return (
    <Popover opened={isOpen} onChange={setOpen} width={380} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button size="xs" variant="default" loading={map.isRunning} onClick={() => setOpen(!isOpen)}>
          {t("button")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("button")}>
        <ArticlePicker
          label={t("label", { sku })}
          withinPortal={false}
          onPick={({ id }) => map.run({ organizationId, partnerSku: sku, articleId: id })}
        />
      </Popover.Dropdown>
    </Popover>
  );
};
