import { Button } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { sales } from "#sales/contract";
import { call } from "../api/call.ts";
import { keyOf, useQuery } from "../api/queries.ts";
import { Go } from "../ui/Go.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useWords } from "../words/words.ts";
import { IntakeForm } from "./IntakeForm.tsx";
import { intakeWords } from "./intakeWords.ts";

/** The customer's own questions: goes on where it was left, and says thank you at the end. */
export const MyIntake = () => {
  const t = useWords(intakeWords);
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(sales.myIntake, {});
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonLines lines={8} />;
  if (data.status === "completed")
    return (
      <EmptyState
        isPage
        icon={IconCircleCheck}
        title={t("doneTitle")}
        text={t("doneText")}
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
        complete={async () => {
          const closed = await call(sales.completeMyIntake, {});
          client.setQueryData(keyOf(sales.myIntake), closed);
        }}
      />
    </>
  );
};
