/** A list of words as an SQL array, for statements that pick by number. */
const list = (words: readonly string[]) =>
  `array[${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(",")}]`;

const first =
  "Anna Bas Carlijn Daan Eva Finn Guusje Hidde Iris Jasper Karin Lars Maud Niels Olga Pieter Quirine Ruben Sofie Thijs Ursula Victor Willemijn Xander Yara Zeger Amina Mehmet Fatima Youssef Agnieszka Łukasz Chidi Mei Roos Sem Tess Otto Linde Bram Nora Abel Jip Hugo Mila Kees Ilse Joost Fenna Wouter";
const last = [
  "de Vries,Jansen,van den Berg,Bakker,Visser,Smit,Meijer,de Boer,Mulder,de Groot,Bos,Vos,Peters,Hendriks",
  "van Leeuwen,Dekker,Brouwer,de Wit,Dijkstra,Smits,de Graaf,van der Meer,Kuiper,Öztürk,El Idrissi,Kowalski",
  "Nowak,van 't Hof,Hoekstra,te Riele,Schouten,Verbeek,Willems,van Dam,Koster,Prins,Blom,Huisman,Post,Kramer",
  "Scholten,Maas,Evers,Bouwman,Timmer,Lammers,Veldman,Hofman,Postma,Verhoeven,Kok,Rood,Vermeer,Kuipers,Prinsen",
].join(",");
const streets =
  "Beukenlaan,Dorpsstraat,Kerkweg,Lindenhof,Molenweg,Schoolstraat,Eikenlaan,Meidoornplein,Korenbloemstraat,Wilgenhof,Zonnedauw,Rietkraag,Oude Haven,Parkzicht,Weidevogel,Stationsweg,Havenkade,Bosrand,Heideveld,Kastanjelaan";
const places =
  "3862 Nijkerk,3815 Amersfoort,3523 Utrecht,6712 Ede,7311 Apeldoorn,8017 Zwolle,1315 Almere,3845 Harderwijk,3905 Veenendaal,6815 Arnhem,7415 Deventer,1222 Hilversum,5236 's-Hertogenbosch,3705 Zeist,8242 Lelystad,4003 Tiel,6536 Nijmegen,2726 Zoetermeer,2321 Leiden,3065 Rotterdam,5045 Tilburg,4827 Breda,7544 Enschede,9203 Drachten";

export const firstNames = list(first.split(" "));
export const lastNames = list(last.split(","));
export const streetNames = list(streets.split(","));
/** Four digits of the postal code and the place. */
export const placeNames = list(places.split(","));
export const trades = list(["Elektro", "Installatie", "Laadtechniek", "Energie", "Mobiliteit", "Vastgoed"]);
export const letters = list(Array.from("ABCDEGHJKLMNPRTVWXZ"));
