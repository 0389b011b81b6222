import type { Random } from "./random.ts";

const firstNames = [
  "Anna",
  "Bas",
  "Carlijn",
  "Daan",
  "Eva",
  "Finn",
  "Guusje",
  "Hidde",
  "Iris",
  "Jasper",
  "Karin",
  "Lars",
  "Maud",
  "Niels",
  "Olga",
  "Pieter",
  "Quirine",
  "Ruben",
  "Sofie",
  "Thijs",
  "Ursula",
  "Victor",
  "Willemijn",
  "Xander",
  "Yara",
  "Zeger",
  "Amina",
  "Mehmet",
  "Fatima",
  "Youssef",
  "Agnieszka",
  "Łukasz",
  "Chidi",
  "Mei",
] as const;
const lastNames = [
  "de Vries",
  "Jansen",
  "van den Berg",
  "Bakker",
  "Visser",
  "Smit",
  "Meijer",
  "de Boer",
  "Mulder",
  "de Groot",
  "Bos",
  "Vos",
  "Peters",
  "Hendriks",
  "van Leeuwen",
  "Dekker",
  "Brouwer",
  "de Wit",
  "Dijkstra",
  "Smits",
  "de Graaf",
  "van der Meer",
  "Kuiper",
  "Öztürk",
  "El Idrissi",
  "Kowalski",
  "Nowak",
  "van 't Hof",
  "Hoekstra-Postma",
  "te Riele",
] as const;
const streets = [
  "Beukenlaan",
  "Dorpsstraat",
  "Kerkweg",
  "Lindenhof",
  "Molenweg",
  "Schoolstraat",
  "Eikenlaan",
  "Meidoornplein",
  "Korenbloemstraat",
  "Wilgenhof",
  "Zonnedauw",
  "Rietkraag",
  "Oude Haven",
  "Parkzicht",
  "Weidevogel",
] as const;
const places = [
  ["3862", "Nijkerk"],
  ["3815", "Amersfoort"],
  ["3523", "Utrecht"],
  ["6712", "Ede"],
  ["7311", "Apeldoorn"],
  ["8017", "Zwolle"],
  ["1315", "Almere"],
  ["3845", "Harderwijk"],
  ["3905", "Veenendaal"],
  ["6815", "Arnhem"],
  ["7415", "Deventer"],
  ["1222", "Hilversum"],
  ["5236", "'s-Hertogenbosch"],
  ["3705", "Zeist"],
  ["8242", "Lelystad"],
  ["4003", "Tiel"],
  ["6536", "Nijmegen"],
  ["2726", "Zoetermeer"],
  ["2321", "Leiden"],
  ["3065", "Rotterdam"],
  ["5045", "Tilburg"],
  ["4827", "Breda"],
  ["7544", "Enschede"],
  ["9203", "Drachten"],
] as const;
const letters = Array.from("ABCDEGHJKLMNPRTVWXZ");
const domains = ["example.org", "example.com", "example.net", "post.example", "thuis.test"] as const;

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[^a-zA-Z]+/g, ".")
    .toLowerCase()
    .replace(/^\.|\.$/g, "");

/** Somebody invented, at an invented address on reserved domains and numbers. */
export const inventPerson = (random: Random, index: number) => {
  const name = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
  const [area, city] = random.pick(places);
  return {
    name,
    email: `${plain(name)}.${index}@${random.pick(domains)}`,
    phone: `0688${String(100_000 + ((index * 7919) % 900_000))}`,
    address: {
      street: random.pick(streets),
      houseNumber: String(random.between(1, 240)),
      addition: random.chance(0.1) ? random.pick(["A", "B", "bis"]) : "",
      postalCode: `${area}${random.pick(letters)}${random.pick(letters)}`,
      city,
    },
  };
};

export type InventedPerson = ReturnType<typeof inventPerson>;

const installers = ["Elektro", "Installatie", "Laadtechniek", "Energie"] as const;

/** An invented company that buys hardware. */
export const inventCompany = (random: Random) =>
  `${random.pick(installers)} ${random.pick(lastNames).replace(/^\w/, (letter) => letter.toUpperCase())} B.V.`;
