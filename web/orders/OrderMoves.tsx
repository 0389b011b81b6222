import { ActionIcon, Menu } from "@mantine/core";
import { IconBan, IconDots, IconPlayerPause } from "@tabler/icons-react";
import { useState } from "react";
import { orders } from "#orders/contract";
import { useAction } from "../api/useAction.ts";
import { MoveButton } from "../ui/MoveButton.tsx";
import { commonWords } from "../words/common.ts";
import { useWords, words } from "../words/words.ts";
import { CancelDialog } from "./CancelDialog.tsx";
import { HoldDialog } from "./HoldDialog.tsx";
import type { Order } from "./Order.ts";

const moveWords = words({
  nl: {
    planWithoutQuote: "Plannen zonder offerte",
    shipGoods: "Goederen versturen",
    complete: "Werk is klaar",
    hold: "On hold zetten",
    cancel: "Annuleren",
    noRight: "U heeft geen recht om orders te wijzigen",
    otherwise: "Dit kan nog niet: {name}",
  },
  en: {
    planWithoutQuote: "Plan without a quote",
    shipGoods: "Ship the goods",
    complete: "Work is done",
    hold: "Put on hold",
    cancel: "Cancel",
    noRight: "You have no right to change orders",
    otherwise: "Not possible yet: {name}",
  },
});

const byHand = ["planWithoutQuote", "shipGoods", "complete"] as const;

/** The moves a person can make now; those that pause or end the order stand apart. */
export const OrderMoves = ({ order }: { order: Order }) => {
  const t = useWords(moveWords);
  const common = useWords(commonWords);
  const [dialog, setDialog] = useState<"hold" | "cancel">();
  const move = useAction(orders.moveByHand);
  const { moves, id: orderId } = order;
  const explain = (missing: string) => ({
    text: missing.startsWith("scope:") ? t("noRight") : t("otherwise", { name: missing }),
  });
  const rest = [moves.hold?.can && "hold", moves.cancel?.can && "cancel"].filter(Boolean);
  return (
    <div style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
      {byHand.map((name) => (
        <MoveButton
          key={name}
          variant="default"
          label={t(name)}
          move={moves[name]}
          explain={explain}
          isRunning={move.isRunning}
          onMove={() => move.run({ orderId, move: name })}
        />
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={32} aria-label={common("more")}>
              <IconDots size={17} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {moves.hold?.can && (
              <Menu.Item
                leftSection={<IconPlayerPause size={16} stroke={1.7} />}
                onClick={() => setDialog("hold")}
              >
                {t("hold")}
              </Menu.Item>
            )}
            {moves.cancel?.can && (
              <Menu.Item leftSection={<IconBan size={16} stroke={1.7} />} onClick={() => setDialog("cancel")}>
                {t("cancel")}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {dialog === "hold" && <HoldDialog orderId={orderId} onClose={() => setDialog(undefined)} />}
      {dialog === "cancel" && <CancelDialog orderId={orderId} onClose={() => setDialog(undefined)} />}
    </div>
  );
};
