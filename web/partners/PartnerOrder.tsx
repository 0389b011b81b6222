import { Button } from "@mantine/core";
import { partners } from "#partners/contract";
import type { OutputOf } from "#platform/contract";
import { sales } from "#sales/contract";
import { useList, useQuery } from "../api/queries.ts";
import { useMay } from "../identity/session.tsx";
import lineStyles from "../orders/OrderLines.module.css";
import { OrderStatusBadge } from "../orders/OrderStatusBadge.tsx";
import { reasonInWords } from "../orders/orderEvents.ts";
import { toneOf, useOrderNames } from "../orders/status.ts";
import { usePapers } from "../pages/papers.ts";
import { Columns } from "../ui/Columns.tsx";
import { DateText } from "../ui/DateText.tsx";
import { DocumentList } from "../ui/DocumentList.tsx";
import { Go } from "../ui/Go.tsx";
import { Money } from "../ui/Money.tsx";
import { NoRecord } from "../ui/NoRecord.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { usePathParams } from "../ui/router.tsx";
import { Section } from "../ui/Section.tsx";
import { SkeletonPage } from "../ui/states.tsx";
import { Timeline } from "../ui/Timeline.tsx";
import { useFormats } from "../words/format.ts";
import { useLanguage } from "../words/language.ts";
import { useWords } from "../words/words.ts";
import styles from "./PartnerOrder.module.css";
import { partnerOrderWords } from "./words.ts";

type Order = OutputOf<typeof partners.order>;

/** The papers of the order that the partner may have, and the quotes it has to sign. */
const Papers = ({ order }: { order: Order }) => {
  const t = useWords(partnerOrderWords);
  const may = useMay();
  const { rows: quotes = [] } = useList(
    sales.partnerQuotes,
    { orderId: order.id },
    { live: ["orders"], when: may("partner.portal") },
  );
  const papers = usePapers({
    orderId: order.id,
    orderNumber: order.number,
    quotes: quotes.map(({ id, number }) => ({ signOffId: id, number })),
  });
  const toSign = quotes.filter(({ status }) => status === "pending");
  return (
    <>
      {toSign.map(({ id, number }) => (
        <Button key={id} mb={16} renderRoot={(props) => <Go to={`/quotes/${id}`} {...props} />}>
          {t("sign", { number })}
        </Button>
      ))}
      {papers.length > 0 && (
        <Section title={t("papers")}>
          <DocumentList papers={papers} />
        </Section>
      )}
    </>
  );
};

const Lines = ({ order, mine }: { order: Order; mine: boolean }) => {
  const t = useWords(partnerOrderWords);
  const { number } = useFormats();
  const lines = order.lines.filter((line) => line.mine === mine);
  const total = mine ? order.totals.mineCents : order.totals.othersCents;
  const isHidden = !mine && order.totals.othersCents === null;
  if (lines.length === 0) return mine ? <p>{t("noLines")}</p> : null;
  return (
    <>
      <table className={lineStyles.table}>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className={lineStyles.count}>{number(line.quantity)} ×</td>
              <td>
                {line.description}
                <span className={lineStyles.article}>{line.partnerSku}</span>
              </td>
              <td className={lineStyles.amount}>{!isHidden && <Money cents={line.totalCents} />}</td>
            </tr>
          ))}
        </tbody>
        {total !== null && (
          <tfoot>
            <tr>
              <td colSpan={2}>{mine ? t("totalMine") : t("totalOthers")}</td>
              <td className={lineStyles.amount}>
                <Money cents={total} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
      {isHidden && <p className={styles.soft}>{t("othersHidden")}</p>}
    </>
  );
};

/** One order as the partner follows it: what is next, what it pays, and every step so far. */
export const PartnerOrder = () => {
  const { orderId } = usePathParams("orderId");
  const t = useWords(partnerOrderWords);
  const language = useLanguage();
  const names = useOrderNames();
  const query = useQuery(partners.order, { orderId }, { live: ["*"] });
  const { data: order } = query;
  if (query.error && !order)
    return (
      <NoRecord
        error={query.error}
        retry={() => void query.refetch()}
        place={{ label: t("orders"), to: "/" }}
      />
    );
  if (!order) return <SkeletonPage />;
  const hasOthers = order.lines.some((line) => !line.mine);
  return (
    <>
      <PageHeader
        parent={{ label: t("orders"), to: "/" }}
        title={order.customerName}
        badge={<OrderStatusBadge status={order.status} look="soft" />}
        detail={[order.number, order.partnerOrderId].filter(Boolean).join(" · ")}
      />
      <div className={styles.scroll}>
        <Columns
          side={
            <>
              <Section title={t("facts")}>
                <PropertyList
                  properties={[
                    { label: t("kindName"), value: names("kind", order.kind) },
                    { label: t("address"), value: order.address },
                    {
                      label: t("planned"),
                      value: order.plannedOn && <DateText at={order.plannedOn} as="long" />,
                    },
                    { label: t("yours"), value: order.partnerOrderId },
                    { label: t("number"), value: order.number },
                    { label: t("via"), value: order.accountName },
                    { label: t("inYourSystem"), value: order.statusForPartner },
                    { label: t("notes"), value: order.notes },
                  ]}
                />
              </Section>
              <Section title={t("steps")}>
                <Timeline
                  happenings={order.steps.toReversed().map((step) => {
                    const body = reasonInWords(step.reason, language);
                    return {
                      id: step.at + step.status,
                      at: step.at,
                      title: names("status", step.status),
                      tone: toneOf(step.status),
                      ...(body ? { body } : {}),
                    };
                  })}
                />
              </Section>
            </>
          }
        >
          <p className={styles.next}>{t(`next.${order.status}`)}</p>
          <Section title={t("mine")}>
            <Lines order={order} mine />
          </Section>
          {hasOthers && (
            <Section title={t("others")}>
              <Lines order={order} mine={false} />
            </Section>
          )}
          <Papers order={order} />
        </Columns>
      </div>
    </>
  );
};
