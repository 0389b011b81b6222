import { MyInvoice } from "../billing/MyInvoice.tsx";
import { usePathParams } from "../ui/router.tsx";

/** One invoice of the payer behind the link. */
export const MyInvoicePage = () => {
  const { invoiceId } = usePathParams("invoiceId");
  return <MyInvoice invoiceId={invoiceId} />;
};
