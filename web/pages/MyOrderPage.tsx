import { Button } from "@mantine/core";
import { IconCheck, IconFileInvoice, IconFileText } from "@tabler/icons-react";
import { billing } from "#billing/contract";
import { orders } from "#orders/contract";
import { planning } from "#planning/contract";
import type { OutputOf } from "#platform/contract";
import { sales } from "#sales/contract";
import { useQuery } from "../api/queries.ts";
import { DocumentList } from "../ui/DocumentList.tsx";
import { Go } from "../ui/Go.tsx";
import { Money } from "../ui/Money.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { SkeletonLines } from "../ui/states.tsx";
import { useFormats } from "../words/format.ts";
import { useLanguage } from "../words/language.ts";
import { useWords } from "../words/words.ts";
import styles from "./MyOrderPage.module.css";
import { myOrderWords } from "./myOrderWords.ts";
import { usePapers } from "./papers.ts";

type MyOrder = OutputOf<typeof orders.orderForCustomer>;
type Invoice = OutputOf<typeof billing.myInvoices>["rows"][number];

const track = ["questions", "quote", "planning", "visit", "done"] as const;
/** How many steps of the track are behind us. */
const reached: Record<MyOrder["step"], number> = {
  received: 0,
  questions: 0,
  quote: 1,
  planning: 2,
  visit: 3,
  work: 3,
  done: 5,
  cancelled: 0,
  paused: 0,
};

const Track = ({ order }: { order: MyOrder }) => {
  const t = useWords(myOrderWords);
  if (order.step === "cancelled" || order.step === "paused") return null;
  const at =
    order.status === "intake_completed" || order.status.startsWith("quote_") ? 1 : reached[order.step];
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t("progress")}</h2>
      <ol className={styles.track}>
        {track.map((step, index) => {
          const state = index < at ? "done" : index === at ? "now" : "later";
          return (
            <li
              key={step}
              className={styles.step}
              data-state={state}
              aria-current={state === "now" ? "step" : undefined}
            >
              <span className={styles.dot} aria-hidden="true">
                {state === "done" && <IconCheck size={13} stroke={3} />}
              </span>
              {t(`track.${step}`)}
              {state === "done" && <span className="visually-hidden">{t("stepDone")}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
};

const isOpen = ({ kind, status, grossCents, paidCents }: Invoice) =>
  kind === "invoice" && status !== "credited" && grossCents > paidCents;

/** The one thing to do now. */
const Act = ({
  order,
  mustSign,
  invoice,
}: {
  order: MyOrder;
  mustSign: boolean;
  invoice: Invoice | undefined;
}) => {
  const t = useWords(myOrderWords);
  const { money } = useFormats();
  const acts: Partial<Record<MyOrder["step"], [to: string, label: string]>> = {
    questions: ["/intake", t("does.questions")],
    ...(mustSign ? { quote: ["/offerte", t("does.quote")] } : {}),
    planning: ["/afspraak", t("does.planning")],
    visit: ["/afspraak", t("does.visit")],
  };
  const pay: [string, string] | undefined = invoice && [
    `/factuur/${invoice.id}`,
    t("does.pay", { number: invoice.number, amount: money(invoice.grossCents - invoice.paidCents) }),
  ];
  const act = pay ?? acts[order.step];
  if (!act) return null;
  const [to, label] = act;
  return (
    <Button size="lg" fullWidth className={styles.act} renderRoot={(props) => <Go to={to} {...props} />}>
      {label}
    </Button>
  );
};

const Facts = ({ order }: { order: MyOrder }) => {
  const t = useWords(myOrderWords);
  const { longDay } = useFormats();
  const language = useLanguage();
  const { data } = useQuery(planning.myVisit, {}, { live: ["orders"] });
  const planned = (data?.visits ?? []).filter(({ on }) => on !== null);
  const visit =
    planned.find(({ status }) => status !== "completed" && status !== "partial") ?? planned.at(-1);
  const when =
    visit?.on && visit.part ? t("dayPart", { day: longDay(visit.on), part: t(`parts.${visit.part}`) }) : null;
  const names = new Intl.ListFormat(language, { type: "conjunction" }).format(visit?.crew ?? []);
  return (
    <section className={styles.card}>
      <PropertyList
        properties={[
          {
            label: t("when"),
            value: when ?? (order.plannedOn ? longDay(order.plannedOn) : t("whenUnknown")),
          },
          { label: t("who"), value: names || t("whoUnknown") },
          { label: t("where"), value: order.address || t("whereUnknown") },
        ]}
      />
    </section>
  );
};

const Papers = ({ order, invoices }: { order: MyOrder; invoices: readonly Invoice[] }) => {
  const t = useWords(myOrderWords);
  const { data } = useQuery(sales.myQuote, {}, { live: ["orders"] });
  const { data: visits } = useQuery(planning.myVisit, {}, { live: ["orders"] });
  const quote = data?.isRevised ? null : data?.quote;
  const papers = usePapers({
    orderId: order.id,
    orderNumber: order.number,
    quotes: quote ? [{ signOffId: quote.signOffId, number: quote.document.number }] : [],
    calendars: (visits?.visits ?? []).flatMap((visit) =>
      visit.status === "scheduled" && visit.calendarFile ? [visit.calendarFile] : [],
    ),
  });
  if (!quote && papers.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t("papers")}</h2>
      {quote && (
        <Go to="/offerte" className={styles.paper}>
          <IconFileText size={18} stroke={1.6} aria-hidden="true" />
          <span>{t("quote", { number: quote.document.number })}</span>
          <Money cents={quote.document.totals.grossCents} />
        </Go>
      )}
      {invoices.map((invoice) => (
        <Go key={invoice.id} to={`/factuur/${invoice.id}`} className={styles.paper}>
          <IconFileInvoice size={18} stroke={1.6} aria-hidden="true" />
          <span>{t("invoice", { number: invoice.number })}</span>
          <Money cents={invoice.grossCents} />
        </Go>
      ))}
      {papers.length > 0 && (
        <>
          <h3 className={styles.subheading}>{t("keep")}</h3>
          <DocumentList papers={papers} />
        </>
      )}
    </section>
  );
};

/** The customer's page of an order: what is next, when, who, and what we need. */
export const MyOrderPage = () => {
  const t = useWords(myOrderWords);
  const language = useLanguage();
  const { data: order } = useQuery(orders.orderForCustomer, {}, { live: ["*"] });
  const quote = useQuery(sales.myQuote, {}, { live: ["orders"] });
  const bills = useQuery(billing.myInvoices, {}, { live: ["orders"] });
  if (!order || (order.step === "quote" && quote.isPending)) return <SkeletonLines lines={8} />;
  const mustSign = quote.data?.quote?.status === "pending";
  const invoices = bills.data?.rows ?? [];
  const next = order.step === "quote" && !mustSign ? "quoteSigned" : order.step;
  return (
    <>
      <section className={styles.next}>
        <p className={styles.soft}>{t("hello", { name: order.contactName })}</p>
        <h1 className={styles.title}>{order.tunedLabel?.[language] ?? t(`next.${next}`)}</h1>
        <p>{t(`text.${next}`)}</p>
        <Act order={order} mustSign={mustSign} invoice={invoices.find(isOpen)} />
      </section>
      <Facts order={order} />
      <Track order={order} />
      <Papers order={order} invoices={invoices} />
      <p className={styles.soft}>{t("order", { number: order.number })}</p>
    </>
  );
};
