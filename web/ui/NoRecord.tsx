import { Button } from "@mantine/core";
import { IconFileUnknown } from "@tabler/icons-react";
import { Problem } from "#platform/contract";
import { useWords, words } from "../words/words.ts";
import { Go } from "./Go.tsx";
import { EmptyState, ErrorState } from "./states.tsx";

const noRecordWords = words({
  nl: {
    title: "Dit is hier niet te vinden",
    text: "Misschien is het er niet meer, is de link niet helemaal gekopieerd, of is het niet voor u bestemd.",
    back: "Naar {place}",
  },
  en: {
    title: "This cannot be found here",
    text: "It may be gone, the link may not be copied completely, or it may not be meant for you.",
    back: "To {place}",
  },
});

/** What the server does not know, and what cannot be the address of anything. */
const isNotThere = (error: unknown) =>
  error instanceof Problem && (error.status === 404 || error.type === "platform/invalid-input");

/** A page of one record that has nothing to show: not there, with the way to where such records are; else what went wrong. */
export const NoRecord = ({
  error,
  retry,
  place,
}: {
  error: unknown;
  retry: () => void;
  place: { label: string; to: string };
}) => {
  const t = useWords(noRecordWords);
  if (!isNotThere(error)) return <ErrorState error={error} retry={retry} isPage />;
  const toPlace = (
    <Button variant="default" renderRoot={(props) => <Go to={place.to} {...props} />}>
      {t("back", { place: place.label })}
    </Button>
  );
  return <EmptyState isPage icon={IconFileUnknown} title={t("title")} text={t("text")} action={toPlace} />;
};
