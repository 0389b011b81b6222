/** A range of four-digit postal code areas and the place they belong to, with its middle. */
type PlaceRow = readonly [from: number, until: number, place: string, latitude: number, longitude: number];

/**
 * Larger Dutch places by postal code area: enough to name the place and to estimate travel without any outside service.
 * Smaller places fall back to the middle of their two-digit area. A full table can be imported instead.
 */
const rows: readonly PlaceRow[] = [
  [1000, 1109, "Amsterdam", 52.37, 4.9],
  [1110, 1115, "Diemen", 52.34, 4.96],
  [1180, 1189, "Amstelveen", 52.3, 4.86],
  [1200, 1223, "Hilversum", 52.22, 5.17],
  [1270, 1277, "Huizen", 52.3, 5.24],
  [1300, 1363, "Almere", 52.37, 5.22],
  [1380, 1384, "Weesp", 52.31, 5.04],
  [1400, 1406, "Bussum", 52.27, 5.16],
  [1420, 1424, "Uithoorn", 52.24, 4.83],
  [1430, 1433, "Aalsmeer", 52.26, 4.75],
  [1440, 1448, "Purmerend", 52.5, 4.95],
  [1500, 1509, "Zaandam", 52.44, 4.83],
  [1620, 1628, "Hoorn", 52.64, 5.06],
  [1700, 1705, "Heerhugowaard", 52.67, 4.85],
  [1780, 1789, "Den Helder", 52.96, 4.76],
  [1800, 1827, "Alkmaar", 52.63, 4.75],
  [1900, 1902, "Castricum", 52.55, 4.67],
  [1940, 1949, "Beverwijk", 52.48, 4.66],
  [2000, 2037, "Haarlem", 52.38, 4.64],
  [2130, 2135, "Hoofddorp", 52.3, 4.69],
  [2200, 2204, "Noordwijk", 52.24, 4.44],
  [2300, 2334, "Leiden", 52.16, 4.49],
  [2400, 2409, "Alphen aan den Rijn", 52.13, 4.66],
  [2490, 2599, "Den Haag", 52.07, 4.3],
  [2600, 2629, "Delft", 52.01, 4.36],
  [2700, 2729, "Zoetermeer", 52.06, 4.49],
  [2800, 2809, "Gouda", 52.01, 4.71],
  [2900, 2909, "Capelle aan den IJssel", 51.93, 4.58],
  [3000, 3089, "Rotterdam", 51.92, 4.48],
  [3110, 3125, "Schiedam", 51.92, 4.4],
  [3130, 3138, "Vlaardingen", 51.91, 4.34],
  [3190, 3194, "Hoogvliet", 51.86, 4.36],
  [3200, 3209, "Spijkenisse", 51.85, 4.33],
  [3300, 3329, "Dordrecht", 51.81, 4.67],
  [3340, 3344, "Hendrik-Ido-Ambacht", 51.84, 4.64],
  [3400, 3404, "IJsselstein", 52.02, 5.04],
  [3430, 3439, "Nieuwegein", 52.03, 5.09],
  [3440, 3449, "Woerden", 52.09, 4.88],
  [3500, 3585, "Utrecht", 52.09, 5.12],
  [3600, 3608, "Maarssen", 52.14, 5.04],
  [3700, 3709, "Zeist", 52.09, 5.23],
  [3720, 3723, "Bilthoven", 52.13, 5.2],
  [3740, 3744, "Baarn", 52.21, 5.29],
  [3760, 3769, "Soest", 52.17, 5.29],
  [3800, 3829, "Amersfoort", 52.16, 5.39],
  [3840, 3849, "Harderwijk", 52.34, 5.62],
  [3850, 3853, "Ermelo", 52.3, 5.62],
  [3860, 3864, "Nijkerk", 52.22, 5.49],
  [3870, 3871, "Hoevelaken", 52.17, 5.46],
  [3880, 3882, "Putten", 52.26, 5.61],
  [3890, 3899, "Zeewolde", 52.33, 5.54],
  [3900, 3907, "Veenendaal", 52.03, 5.56],
  [4000, 4007, "Tiel", 51.89, 5.43],
  [4100, 4107, "Culemborg", 51.96, 5.23],
  [4200, 4208, "Gorinchem", 51.83, 4.98],
  [4330, 4341, "Middelburg", 51.5, 3.61],
  [4380, 4389, "Vlissingen", 51.45, 3.57],
  [4460, 4465, "Goes", 51.5, 3.89],
  [4530, 4539, "Terneuzen", 51.33, 3.83],
  [4600, 4625, "Bergen op Zoom", 51.49, 4.29],
  [4700, 4709, "Roosendaal", 51.53, 4.46],
  [4800, 4847, "Breda", 51.59, 4.78],
  [4900, 4908, "Oosterhout", 51.64, 4.86],
  [5000, 5049, "Tilburg", 51.56, 5.09],
  [5140, 5146, "Waalwijk", 51.68, 5.07],
  [5200, 5249, "'s-Hertogenbosch", 51.69, 5.3],
  [5260, 5263, "Vught", 51.65, 5.29],
  [5340, 5349, "Oss", 51.77, 5.52],
  [5400, 5409, "Uden", 51.66, 5.62],
  [5460, 5467, "Veghel", 51.62, 5.54],
  [5500, 5509, "Veldhoven", 51.42, 5.4],
  [5600, 5658, "Eindhoven", 51.44, 5.47],
  [5700, 5709, "Helmond", 51.48, 5.66],
  [5800, 5804, "Venray", 51.53, 5.98],
  [5900, 5928, "Venlo", 51.37, 6.17],
  [6000, 6006, "Weert", 51.25, 5.71],
  [6040, 6049, "Roermond", 51.19, 5.99],
  [6130, 6137, "Sittard", 51.0, 5.87],
  [6160, 6167, "Geleen", 50.97, 5.83],
  [6200, 6229, "Maastricht", 50.85, 5.69],
  [6400, 6422, "Heerlen", 50.89, 5.98],
  [6460, 6469, "Kerkrade", 50.87, 6.06],
  [6500, 6546, "Nijmegen", 51.84, 5.86],
  [6600, 6605, "Wijchen", 51.81, 5.73],
  [6700, 6709, "Wageningen", 51.97, 5.66],
  [6710, 6718, "Ede", 52.04, 5.66],
  [6800, 6846, "Arnhem", 51.98, 5.91],
  [6900, 6905, "Zevenaar", 51.93, 6.08],
  [7000, 7009, "Doetinchem", 51.97, 6.29],
  [7100, 7109, "Winterswijk", 51.97, 6.72],
  [7200, 7207, "Zutphen", 52.14, 6.2],
  [7300, 7339, "Apeldoorn", 52.21, 5.97],
  [7400, 7437, "Deventer", 52.25, 6.16],
  [7440, 7443, "Nijverdal", 52.36, 6.47],
  [7460, 7463, "Rijssen", 52.31, 6.52],
  [7500, 7548, "Enschede", 52.22, 6.89],
  [7550, 7559, "Hengelo", 52.27, 6.79],
  [7600, 7612, "Almelo", 52.36, 6.66],
  [7740, 7743, "Coevorden", 52.66, 6.74],
  [7800, 7828, "Emmen", 52.78, 6.9],
  [7900, 7918, "Hoogeveen", 52.72, 6.48],
  [7940, 7944, "Meppel", 52.7, 6.19],
  [8000, 8043, "Zwolle", 52.51, 6.09],
  [8070, 8072, "Nunspeet", 52.38, 5.78],
  [8080, 8085, "Elburg", 52.45, 5.84],
  [8200, 8245, "Lelystad", 52.51, 5.47],
  [8250, 8255, "Dronten", 52.52, 5.72],
  [8260, 8269, "Kampen", 52.56, 5.91],
  [8300, 8309, "Emmeloord", 52.71, 5.75],
  [8330, 8333, "Steenwijk", 52.79, 6.12],
  [8440, 8449, "Heerenveen", 52.96, 5.92],
  [8500, 8503, "Joure", 52.97, 5.8],
  [8600, 8608, "Sneek", 53.03, 5.66],
  [8800, 8804, "Franeker", 53.19, 5.54],
  [8900, 8941, "Leeuwarden", 53.2, 5.79],
  [9200, 9208, "Drachten", 53.11, 6.1],
  [9400, 9408, "Assen", 52.99, 6.56],
  [9500, 9503, "Stadskanaal", 52.99, 6.95],
  [9600, 9608, "Hoogezand", 53.16, 6.76],
  [9640, 9648, "Veendam", 53.1, 6.88],
  [9670, 9675, "Winschoten", 53.14, 7.03],
  [9700, 9747, "Groningen", 53.22, 6.57],
  [9930, 9936, "Delfzijl", 53.33, 6.92],
];

/** The middle of the area that begins with these two digits, averaged over the places known there and around it. */
const areaMiddles = new Map<number, { latitude: number; longitude: number }>();
for (let area = 10; area < 100; area += 1) {
  const inside = rows.filter(([from]) => Math.floor(from / 100) === area);
  const near =
    inside.length > 0
      ? inside
      : rows.toSorted((a, b) => Math.abs(a[0] - area * 100) - Math.abs(b[0] - area * 100)).slice(0, 2);
  areaMiddles.set(area, {
    latitude: near.reduce((sum, row) => sum + row[3], 0) / near.length,
    longitude: near.reduce((sum, row) => sum + row[4], 0) / near.length,
  });
}

export interface Place {
  /** Null when only the area is known. */
  name: string | null;
  latitude: number;
  longitude: number;
}

/** The place of a four-digit area, or the middle of its neighbourhood; undefined below 1000. */
export const placeOfArea = (area: number): Place | undefined => {
  const row = rows.find(([from, until]) => area >= from && area <= until);
  if (row) return { name: row[2], latitude: row[3], longitude: row[4] };
  const middle = areaMiddles.get(Math.floor(area / 100));
  return middle && { name: null, ...middle };
};

const otherNames: Record<string, string> = {
  "den bosch": "'s-Hertogenbosch",
  "s hertogenbosch": "'s-Hertogenbosch",
  "'s-gravenhage": "Den Haag",
  "s gravenhage": "Den Haag",
  "the hague": "Den Haag",
};

const small = new Set(["aan", "de", "den", "der", "het", "op", "in", "bij", "van", "en", "'t"]);

/** A place in its normal spelling: other names replaced, shouting quieted (`UTRECHT`, `bergen op zoom`). */
export const placeName = (typed: string): string => {
  const tidy = typed.trim().replace(/\s+/g, " ");
  const other = otherNames[tidy.toLowerCase()];
  if (other) return other;
  if (tidy !== tidy.toUpperCase() && tidy !== tidy.toLowerCase()) return tidy;
  const words = tidy.toLowerCase().split(" ");
  return words
    .map((word, index) =>
      index > 0 && small.has(word)
        ? word
        : word.replace(/^(ij|\p{L})|(?<=-)\p{L}/u, (letter) => letter.toUpperCase()),
    )
    .join(" ");
};
