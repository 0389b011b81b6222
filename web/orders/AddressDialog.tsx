import { Button, Modal } from "@mantine/core";
import type { z } from "zod";
import { type OrderView, orders } from "#orders/contract";
import { useQuery } from "../api/queries.ts";
import { useActionForm } from "../api/useActionForm.ts";
import { AddressFields } from "../crm/AddressFields.tsx";
import { SkeletonLines } from "../ui/states.tsx";
import { tellDone } from "../ui/tell.ts";
import { commonWords } from "../words/common.ts";
import { useWords, words } from "../words/words.ts";

const addressWords = words({
  nl: { title: "Adres van {number}", saved: "Adres opgeslagen" },
  en: { title: "Address of {number}", saved: "Address saved" },
});

const Form = ({ order, onClose }: { order: z.infer<typeof OrderView>; onClose: () => void }) => {
  const t = useWords(addressWords);
  const common = useWords(commonWords);
  const { site } = order;
  const form = useActionForm(
    orders.changeOrder,
    {
      address: {
        street: site?.street ?? "",
        houseNumber: site?.houseNumber?.toString() ?? "",
        addition: site?.addition ?? "",
        postalCode: site?.postalCode ?? "",
        city: site?.city ?? "",
      },
    },
    {
      fixed: { orderId: order.id },
      onDone: () => {
        tellDone(t("saved"));
        onClose();
      },
    },
  );
  return (
    <form onSubmit={form.submit} noValidate>
      <AddressFields
        value={form.values.address}
        onChange={(address) => form.setFieldValue("address", address as never)}
        errors={form.errors}
        prefix="address"
      />
      <Button type="submit" mt={16} loading={form.isSending}>
        {common("save")}
      </Button>
    </form>
  );
};

/** Corrects the place of an order; what was flagged about it settles by itself. */
export const AddressDialog = ({ orderId, onClose }: { orderId: string; onClose: () => void }) => {
  const t = useWords(addressWords);
  const order = useQuery(orders.order, { orderId });
  return (
    <Modal opened onClose={onClose} title={order.data ? t("title", { number: order.data.number }) : " "}>
      {order.data ? <Form order={order.data} onClose={onClose} /> : <SkeletonLines lines={4} />}
    </Modal>
  );
};
