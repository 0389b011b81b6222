import { TextInput } from "@mantine/core";
import { useState } from "react";
import { orders } from "#orders/contract";
import { useAction } from "../api/useAction.ts";
import { unreadableText } from "../ui/wrongInputs.ts";
import { useLanguage } from "../words/language.ts";
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
  const language = useLanguage();
  const [mistake, setMistake] = useState<string>();
  return (
    <TextInput
      size="xs"
      type="date"
      aria-label={label}
      defaultValue={was ?? ""}
      error={mistake}
      onBlur={({ currentTarget: input }) => {
        // Half a date is not the wish for no day.
        const half = unreadableText(input, language);
        if (half) return setMistake(half);
        const requestedOn = input.value || null;
        done();
        if (requestedOn !== was) change.run({ orderId: order.id, requestedOn, was: { requestedOn: was } });
      }}
    />
  );
};
