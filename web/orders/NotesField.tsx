import { Textarea } from "@mantine/core";
import { useState } from "react";
import { orders } from "#orders/contract";
import { useAction } from "../api/useAction.ts";
import { Overtaken } from "../ui/Overtaken.tsx";
import { isOvertaken as wasOvertaken } from "../ui/overtaken.ts";
import { tellProblem } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import type { Order } from "./Order.ts";
import { sideWords } from "./sideWords.ts";

/**
 * The notes of an order. When a colleague changed them while one typed, both texts stay in sight until somebody chooses;
 * nothing typed is lost and nothing is overwritten unseen.
 */
export const NotesField = ({ order, done }: { order: Order; done: () => void }) => {
  const t = useWords(sideWords);
  const [was, setWas] = useState(order.notes);
  const [typed, setTyped] = useState(order.notes ?? "");
  const [isOvertaken, setOvertaken] = useState(false);
  const change = useAction(orders.changeOrder, {
    onDone: done,
    onProblem: (problem) => (wasOvertaken(problem) ? setOvertaken(true) : tellProblem(problem)),
  });
  const notes = typed.trim() || null;
  const save = (from: string | null) =>
    notes === from ? done() : change.run({ orderId: order.id, notes, was: { notes: from } });
  return (
    <>
      <Textarea
        size="xs"
        aria-label={t("notes")}
        autosize
        minRows={3}
        maxLength={4000}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={() => !isOvertaken && save(was)}
      />
      {isOvertaken && (
        <Overtaken
          now={order.notes}
          isSaving={change.isRunning}
          onKeepMine={() => {
            setWas(order.notes);
            save(order.notes);
          }}
          onCancel={done}
        />
      )}
    </>
  );
};
