/** A text without case and accents, as it is compared with what somebody searches. */
export const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

type TextsOf<Row> = (row: Row) => readonly (string | null | undefined)[];

/** Whether every word of a search is found in a row, whatever the case and accents. */
export const isMeant = <Row>(search: string, textsOf: TextsOf<Row>): ((row: Row) => boolean) => {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return (row) => {
    const text = plain(textsOf(row).join(" "));
    return words.every((word) => text.includes(word));
  };
};

/** The rows that a search means. */
export const meant = <Row>(rows: readonly Row[], search: string, textsOf: TextsOf<Row>): Row[] =>
  rows.filter(isMeant(search, textsOf));
