import { orders } from "#orders/contract";
import { useQuery } from "../api/queries.ts";
import { CustomerFrame } from "../apps/customer/CustomerFrame.tsx";
import { LinkPage } from "../apps/customer/LinkPage.tsx";
import { MyVisit } from "../planning/MyVisit.tsx";
import { SkeletonPage } from "../ui/states.tsx";

/** The customer's appointment, in the brand the customer knows. */
export const AppointmentPage = () => {
  const { data: order, error } = useQuery(orders.orderForCustomer, {});
  if (error) return <LinkPage />;
  if (!order) return <SkeletonPage />;
  const { brand, partner } = order;
  const seller = { legalName: brand.name, phone: brand.phone ?? "", email: brand.mailAddress };
  return (
    <CustomerFrame brand={{ name: partner?.name ?? brand.name, colour: brand.colour }} seller={seller}>
      <MyVisit />
    </CustomerFrame>
  );
};
