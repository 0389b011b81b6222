import { IconLinkOff } from "@tabler/icons-react";
import { EmptyState } from "../../ui/states.tsx";
import { useWords } from "../../words/words.ts";
import { customerWords } from "./words.ts";

/** Says how to get a working link. */
export const LinkPage = () => {
  const t = useWords(customerWords);
  return (
    <main>
      <EmptyState isPage icon={IconLinkOff} title={t("linkTitle")} text={t("linkText")} />
    </main>
  );
};
