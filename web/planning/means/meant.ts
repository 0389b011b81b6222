const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The rows in which every word of a search is found, whatever the case and accents. */
export const meant = <Row>(
  rows: readonly Row[],
  search: string,
  textsOf: (row: Row) => readonly (string | null | undefined)[],
): Row[] => {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = plain(textsOf(row).join(" "));
    return words.every((word) => text.includes(word));
  });
};
