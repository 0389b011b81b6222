import { TextInput } from "@mantine/core";
import { useState } from "react";
import { orders } from "#orders/contract";
import { useAction } from "../api/useAction.ts";
import type { Order } from "./Order.ts";

interface WishedDayProps {
  order: Order;
  label: string;
  done: () => void;
}

/** The day the customer asked for; another's change meanwhile is told, not overwritten. */
export const WishedDay = ({ order, label, done }: WishedDayProps) => {
  const [was] = useState(order.requestedOn);
  const change = useAction(orders.changeOrder);
  return (
    <TextInput
      size="xs"
      type="date"
      aria-label={label}
      defaultValue={was ?? ""}
      onBlur={({ currentTarget: { value } }) => {
        const requestedOn = value || null;
        done();
        if (requestedOn !== was) change.run({ orderId: order.id, requestedOn, was: { requestedOn: was } });
      }}
    />
  );
};
