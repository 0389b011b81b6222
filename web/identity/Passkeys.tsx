import { Button } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { SkeletonLines } from "../ui/states.tsx";
import { tellDone, tellProblem } from "../ui/tell.ts";
import { useFormats } from "../words/format.ts";
import { useSentence } from "../words/problems.ts";
import { useWords } from "../words/words.ts";
import { addPasskey, knowsPasskeys, listPasskeys, removePasskey } from "./passkeys.ts";
import styles from "./Security.module.css";
import { securityWords } from "./securityWords.ts";

const queryKey = ["identity.passkeys"];

/** The passkeys of one's own account: what they are good for, which there are, one more, one less. */
export const Passkeys = () => {
  const t = useWords(securityWords);
  const sentence = useSentence();
  const { moment } = useFormats();
  const client = useQueryClient();
  const { data, error } = useQuery({ queryKey, queryFn: listPasskeys });
  const settle = { onError: tellProblem, onSettled: () => client.invalidateQueries({ queryKey }) };
  const add = useMutation({
    ...settle,
    retry: false,
    mutationFn: addPasskey,
    onSuccess: (made) => made && tellDone(t("passkeyAdded")),
  });
  const remove = useMutation({ ...settle, mutationFn: removePasskey });
  return (
    <section className={styles.passkeys} aria-label={t("passkeys")}>
      <h3 className={styles.heading}>{t("passkeys")}</h3>
      <p className={styles.text}>{t("passkeysText")}</p>
      {error && <p className={styles.text}>{sentence(error)}</p>}
      {!data && !error && <SkeletonLines lines={1} />}
      {data && data.length > 0 && (
        <ul className={styles.keys}>
          {data.map(({ id, createdAt }) => (
            <li key={id}>
              <IconKey size={16} aria-hidden="true" />
              <span>{t("passkeyOf", { moment: moment(createdAt) })}</span>
              <Button
                size="xs"
                variant="default"
                loading={remove.isPending && remove.variables === id}
                onClick={() => remove.mutate(id)}
              >
                {t("removePasskey")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {knowsPasskeys() && (
        <Button variant="default" loading={add.isPending} onClick={() => add.mutate()}>
          {t("addPasskey")}
        </Button>
      )}
    </section>
  );
};
