import { PageHeader } from "../ui/PageHeader.tsx";
import { usePathParams } from "../ui/router.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words/words.ts";
import { MyInvoice } from "./MyInvoice.tsx";
import { billingWords } from "./words.ts";

/** One invoice of a partner, to read and to pay. */
export const PartnerInvoice = () => {
  const t = useWords(billingWords);
  const { invoiceId } = usePathParams("invoiceId");
  return (
    <>
      <PageHeader title={t("invoice")} parent={{ label: t("invoices"), to: "/invoices" }} />
      <Section title={t("invoice")}>
        <MyInvoice invoiceId={invoiceId} />
      </Section>
    </>
  );
};
