import { billing } from "#billing/contract";
import { field } from "#field/contract";
import { orders } from "#orders/contract";
import { call } from "../api/call.ts";
import { download, saveText } from "../api/download.ts";
import { useQuery } from "../api/queries.ts";
import type { PaperOnList } from "../ui/DocumentList.tsx";
import { useWords, words } from "../words/words.ts";

const paperWords = words({
  nl: {
    quote: "Offerte {number} (PDF)",
    workOrder: "Werkbon {number} (PDF)",
    invoice: "Factuur {number} (PDF)",
    credit: "Creditfactuur {number} (PDF)",
    calendar: "Afspraak voor in uw agenda",
  },
  en: {
    quote: "Quote {number} (PDF)",
    workOrder: "Work order {number} (PDF)",
    invoice: "Invoice {number} (PDF)",
    credit: "Credit note {number} (PDF)",
    calendar: "Appointment for your calendar",
  },
});

interface Given {
  orderId: string;
  orderNumber: string;
  quotes: readonly { signOffId: string; number: string }[];
  calendars?: readonly string[];
}

const saveWorkOrder = async (workOrderId: string) => {
  const { fileId, name } = await call(field.pdf, { workOrderId });
  await download(`/files/${fileId}`, name);
};

/** Everything on paper about an order that this customer or partner may have. */
export const usePapers = ({ orderId, orderNumber, quotes, calendars = [] }: Given): PaperOnList[] => {
  const t = useWords(paperWords);
  const signed = useQuery(field.signedWorkOrders, { orderId }, { live: ["orders"] });
  const bills = useQuery(billing.myInvoices, {}, { live: ["orders"] });
  const files = useQuery(orders.files, { orderId });
  return [
    ...calendars.map((calendar, index) => ({
      key: `calendar:${index}`,
      name: t("calendar"),
      save: () => saveText(calendar, `${orderNumber}.ics`, "text/calendar"),
    })),
    ...quotes.map(({ signOffId, number }) => ({
      key: signOffId,
      name: t("quote", { number }),
      save: () => download(`/sign-offs/${signOffId}/pdf`, `${number}.pdf`),
    })),
    ...(signed.data?.rows ?? []).map(({ id, number }) => ({
      key: id,
      name: t("workOrder", { number }),
      save: () => saveWorkOrder(id),
    })),
    ...(bills.data?.rows ?? [])
      .filter((bill) => bill.orderNumber === orderNumber)
      .map(({ id, number, kind }) => ({
        key: id,
        name: t(kind, { number }),
        save: () => download(`/invoices/${id}/pdf`, `${number}.pdf`),
      })),
    ...(files.data?.rows ?? []).map(({ id, name }) => ({
      key: id,
      name,
      save: () => download(`/files/${id}`, name),
    })),
  ];
};
