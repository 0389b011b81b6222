import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { type QuoteOfOrder, sales } from "#sales/contract";
import { useAction } from "../api/useAction.ts";
import { ArticlePicker, type PickedArticle } from "../catalog/ArticlePicker.tsx";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./OrderQuote.module.css";
import { salesWords } from "./words.ts";

interface AddLineProps {
  quote: QuoteOfOrder;
  /** Who pays unless somebody else is chosen. */
  payerId: string;
}

/** Adds a line: an article at the agreed price, or free text with a price. */
export const AddLine = ({ quote, payerId }: AddLineProps) => {
  const t = useWords(salesWords);
  const { separators } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const [isFree, setFree] = useState(false);
  const [article, setArticle] = useState<PickedArticle>();
  const [description, setDescription] = useState("");
  const [price, setPrice] = useState<string | number>("");
  const [quantity, setQuantity] = useState<string | number>(1);
  const [billedToId, setBilledTo] = useState(payerId);
  const add = useAction(sales.addLine, {
    invalidates: [sales.quote],
    onDone: () => {
      setArticle(undefined);
      setDescription("");
      setPrice("");
      setQuantity(1);
      setRound(round + 1);
    },
  });
  if (!isOpen)
    return (
      <Button
        size="xs"
        variant="default"
        className={styles.addButton}
        leftSection={<IconPlus size={15} />}
        onClick={() => setOpen(true)}
      >
        {t("quote.addLine")}
      </Button>
    );
  const isReady =
    typeof quantity === "number" && (isFree ? description.trim() && typeof price === "number" : article);
  const submit = () =>
    add.run({
      orderId: quote.orderId,
      billedToId,
      quantity: Number(quantity),
      ...(isFree ? { description: description.trim(), unitPriceCents: Math.round(Number(price) * 100) } : {}),
      ...(!isFree && article ? { articleId: article.id } : {}),
    });
  return (
    <form
      className={styles.add}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) submit();
      }}
    >
      <div className={styles.grow}>
        {isFree ? (
          <TextInput
            label={t("quote.description")}
            maxLength={500}
            value={description}
            onChange={({ currentTarget }) => setDescription(currentTarget.value)}
          />
        ) : (
          <ArticlePicker key={round} label={t("quote.article")} onPick={setArticle} />
        )}
      </div>
      <NumberInput
        className={styles.small}
        hideControls
        min={0.001}
        decimalScale={3}
        decimalSeparator={separators.decimalSeparator}
        label={t("quote.quantity")}
        value={quantity}
        onChange={setQuantity}
      />
      {isFree && (
        <NumberInput
          className={styles.small}
          hideControls
          decimalScale={2}
          decimalSeparator={separators.decimalSeparator}
          prefix="€ "
          label={t("quote.price")}
          value={price}
          onChange={setPrice}
        />
      )}
      {quote.payers.length > 1 && (
        <NativeSelect
          label={t("quote.payer")}
          value={billedToId}
          data={quote.payers.map(({ organizationId, name }) => ({ value: organizationId, label: name }))}
          onChange={({ currentTarget }) => setBilledTo(currentTarget.value)}
        />
      )}
      <Button type="submit" disabled={!isReady} loading={add.isRunning}>
        {t("quote.add")}
      </Button>
      <Button variant="subtle" color="neutral" onClick={() => setFree(!isFree)}>
        {isFree ? t("quote.article") : t("quote.freeText")}
      </Button>
    </form>
  );
};
