import type { Work } from "#platform";
import { type DemoArticle, namedArticles } from "./articles.ts";

const brands = ["Noordlader", "Zaptec", "Ratio", "Alfen"];
const sizes = ["3,7 kW", "7,4 kW", "11 kW", "22 kW"];

/** The rest of the range, counted out so that the catalogue has the size of a real one. */
const range: DemoArticle[] = [
  ...brands.flatMap((brand, b) =>
    sizes.flatMap((size, s) =>
      ["vaste kabel", "met contact"].map(
        (fitting, f): DemoArticle => ({
          number: `LAD-${1000 + b * 100 + s * 10 + f}`,
          name: `${brand} laadpunt ${size}, ${fitting}`,
          kind: "charger",
          category: "chargers",
          brand,
          euros: 499 + b * 60 + s * 110 + f * 25,
          cost: 330 + b * 40 + s * 75 + f * 15,
          serial: true,
        }),
      ),
    ),
  ),
  ...[5, 7.5, 10, 15].flatMap((metres, m) =>
    ["11 kW", "22 kW"].map(
      (power, p): DemoArticle => ({
        number: `KAB-${100 + m * 10 + p}`,
        name: `Laadkabel type 2, ${power}, ${String(metres).replace(".", ",")} m`,
        kind: "cable",
        category: "cables",
        euros: 129 + m * 25 + p * 40,
        cost: 70 + m * 14 + p * 22,
        serial: true,
      }),
    ),
  ),
  ...Array.from({ length: 40 }, (_, index): DemoArticle => {
    const amps = [16, 20, 25, 32, 40][index % 5]!;
    const what = ["Installatieautomaat B", "Installatieautomaat C", "Aardlekautomaat", "Hoofdschakelaar"][
      index % 4
    ]!;
    const poles = index % 2 ? "4-polig" : "2-polig";
    return {
      number: `EL-${String(2000 + index)}`,
      name: `${what} ${amps} A, ${poles}, serie ${Math.floor(index / 10) + 1}`,
      kind: "material",
      category: "electrical",
      euros: 14.5 + index * 1.35,
      cost: 7 + index * 0.7,
    };
  }),
  ...Array.from(
    { length: 36 },
    (_, index): DemoArticle => ({
      number: `ACC-${String(300 + index)}`,
      name: `${["Wandbeugel", "Laadpas", "Kabelhouder", "Afdekkap", "Fundatievoet", "Energiemeter"][index % 6]} ${Math.floor(index / 6) + 1}`,
      kind: "accessory",
      category: "accessories",
      euros: 12 + index * 4,
      cost: 6 + index * 2,
    }),
  ),
];

const bundles: Record<string, [number: string, quantity: number][]> = {
  "PAK-0001": [
    ["LAD-0011", 1],
    ["DNS-0003", 1],
    ["DNS-0013", 1],
    ["MAT-0040", 10],
  ],
  "PAK-0002": [
    ["LAD-0022", 1],
    ["DNS-0004", 1],
    ["DNS-0013", 1],
    ["MAT-0040", 10],
  ],
};

const rowOf = (article: DemoArticle) => ({
  number: article.number,
  name: article.name,
  kind: article.kind,
  category: article.category,
  brand: article.brand ?? null,
  listPriceCents: Math.round(article.euros * 100),
  costCents: Math.round((article.cost ?? article.euros * 0.45) * 100),
  minutes: article.minutes ?? 0,
  skills: article.skills ?? [],
  requiresSerial: article.serial ?? false,
  warrantyMonths: article.kind === "charger" ? 36 : null,
});

/** About 140 articles, services and bundles at invented prices. */
export const addCatalogue = async ({ tx }: Work): Promise<Map<string, string>> => {
  const added = await tx
    .insertInto("articles")
    .values([...namedArticles, ...range].map(rowOf))
    .returning(["id", "number"])
    .execute();
  const ids = new Map(added.map(({ id, number }) => [number, id]));
  const components = Object.entries(bundles).flatMap(([parent, parts]) =>
    parts.map(([number, quantity], sort) => ({
      parentId: ids.get(parent)!,
      componentId: ids.get(number)!,
      quantity,
      sort,
    })),
  );
  await tx.insertInto("articleComponents").values(components).execute();
  return ids;
};
