import { Button, Popover, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { orders } from "#orders/contract";
import { useAction } from "../api/useAction.ts";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { exceptionWords } from "./exceptionWords.ts";

/** Takes an exception off the list with one sentence about what was done. */
export const ResolveButton = ({ exceptionId }: { exceptionId: string }) => {
  const t = useWords(exceptionWords);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState("");
  const resolve = useAction(orders.resolveException, { onDone: () => tellDone(t("resolved")) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (said.trim()) resolve.run({ exceptionId, resolution: said.trim() });
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button size="xs" variant="subtle" onClick={() => setOpen(!isOpen)}>
          {t("resolve")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("resolveTitle")}>
        <form onSubmit={submit} noValidate>
          <Textarea
            label={t("resolution")}
            description={t("resolutionHint")}
            autosize
            minRows={2}
            maxLength={1000}
            data-autofocus
            value={said}
            onChange={(event) => setSaid(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" mt={10} loading={resolve.isRunning} disabled={!said.trim()}>
            {t("resolve")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
};
