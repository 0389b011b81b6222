import { Button } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { orders } from "#orders/contract";
import { type IntakeView, sales } from "#sales/contract";
import { call } from "../api/call.ts";
import { keyOf, useQuery } from "../api/queries.ts";
import { Go, useGo } from "../ui/Go.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useFilters } from "../ui/useFilters.ts";
import { useWords } from "../words/words.ts";
import { IntakeForm, withAnswers } from "./IntakeForm.tsx";
import { intakeWords } from "./intakeWords.ts";

/** The customer's own questions: goes on where it was left, and says thank you at the end. */
export const MyIntake = () => {
  const t = useWords(intakeWords);
  const client = useQueryClient();
  const go = useGo();
  const { step } = useFilters().values;
  const { data, error, refetch } = useQuery(sales.myIntake, {});
  const { data: order } = useQuery(orders.orderForCustomer, {});
  const key = keyOf(sales.myIntake);
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonLines lines={8} />;
  if (data.status === "completed")
    return (
      <EmptyState
        isPage
        icon={IconCircleCheck}
        title={t("doneTitle")}
        text={order?.step === "received" && t("doneText")}
        action={
          <Button size="lg" variant="default" renderRoot={(props) => <Go to="/" {...props} />}>
            {t("toStatus")}
          </Button>
        }
      />
    );
  return (
    <>
      <h1 className="visually-hidden">{t("title")}</h1>
      <IntakeForm
        intake={data}
        save={(answers) => call(sales.saveMyIntake, answers)}
        place={{ step, go: (next, options) => go(`/intake?step=${next}`, options) }}
        remember={(answers) =>
          client.setQueryData<IntakeView>(key, (was) => was && withAnswers(was, answers))
        }
        complete={async () => client.setQueryData(key, await call(sales.completeMyIntake, {}))}
      />
    </>
  );
};
