import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { identity } from "#platform/identity/contract";
import { keyOf } from "../api/queries.ts";
import { tellProblem } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { knowsPasskeys, signInWithPasskey } from "./passkeys.ts";
import { identityWords } from "./words.ts";

/** The way in without a password, where the browser has one. */
export const PasskeyButton = () => {
  const t = useWords(identityWords);
  const client = useQueryClient();
  const enter = useMutation({
    mutationFn: signInWithPasskey,
    retry: false,
    onError: tellProblem,
    onSuccess: (isIn) => {
      if (isIn) void client.resetQueries({ queryKey: keyOf(identity.me) });
    },
  });
  if (!knowsPasskeys()) return null;
  return (
    <Button variant="default" size="md" fullWidth loading={enter.isPending} onClick={() => enter.mutate()}>
      {t("passkey")}
    </Button>
  );
};
