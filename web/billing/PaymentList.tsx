import { DateText } from "../ui/DateText.tsx";
import { Money } from "../ui/Money.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { useWords } from "../words/words.ts";
import type { Invoice } from "./Invoice.ts";
import { useBillingNames } from "./status.ts";
import { billingWords } from "./words.ts";

/** What came in on an invoice, or is on its way. */
export const PaymentList = ({ payments }: { payments: Invoice["payments"] }) => {
  const t = useWords(billingWords);
  const names = useBillingNames();
  if (payments.length === 0) return <p>{t("noPayments")}</p>;
  return (
    <PropertyList
      properties={payments.map((payment) => ({
        label: `${names("method", payment.method)} · ${names("payment", payment.status)}`,
        value: (
          <>
            <Money cents={payment.amountCents} /> <DateText at={payment.paidOn ?? payment.createdAt} />
          </>
        ),
      }))}
    />
  );
};
