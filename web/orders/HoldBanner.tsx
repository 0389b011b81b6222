import { Button } from "@mantine/core";
import { IconPlayerPause } from "@tabler/icons-react";
import { orders } from "#orders/contract";
import { useAction } from "../api/useAction.ts";
import { DateText } from "../ui/DateText.tsx";
import { tellDone } from "../ui/tell.ts";
import { useWords, words } from "../words/words.ts";
import styles from "./HoldBanner.module.css";
import type { Order } from "./Order.ts";
import { useOrderNames } from "./status.ts";

const bannerWords = words({
  nl: {
    since: "On hold sinds",
    until: "Verwacht verder op",
    resume: "Hervatten",
    done: "{number} gaat verder waar hij was",
  },
  en: {
    since: "On hold since",
    until: "Expected to go on",
    resume: "Resume",
    done: "{number} goes on where it was",
  },
});

/** Why an order stands still, and the button that takes it up again. */
export const HoldBanner = ({ order }: { order: Order }) => {
  const t = useWords(bannerWords);
  const names = useOrderNames();
  const resume = useAction(orders.resumeOrder, {
    onDone: ({ number }) => tellDone(t("done", { number })),
  });
  const { hold, moves } = order;
  if (!hold) return null;
  return (
    <div className={styles.banner} role="status">
      <IconPlayerPause size={18} stroke={1.7} aria-hidden="true" />
      <div className={styles.text}>
        <p className={styles.title}>{names("hold", hold.category)}</p>
        <p>{hold.details}</p>
        <p className={styles.days}>
          <span>
            {t("since")} <DateText at={hold.openedAt} />
          </span>
          {hold.resumeOn && (
            <span>
              {t("until")} <DateText at={hold.resumeOn} />
            </span>
          )}
        </p>
      </div>
      {moves.resume?.can && (
        <Button
          variant="default"
          loading={resume.isRunning}
          onClick={() => resume.run({ orderId: order.id })}
        >
          {t("resume")}
        </Button>
      )}
    </div>
  );
};
