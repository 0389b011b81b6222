/** An article of the demo company, at invented prices. */
export interface DemoArticle {
  number: string;
  name: string;
  kind: "charger" | "cable" | "pole" | "material" | "service" | "accessory" | "seal" | "package" | "shipping";
  category: string;
  brand?: string;
  euros: number;
  cost?: number;
  minutes?: number;
  skills?: string[];
  serial?: boolean;
}

const charging = ["vehicle_charging_installation"];
const threePhase = ["vehicle_charging_installation", "three_phase_electrical"];
const cupboard = ["meter_box_replacement"];

/** The articles that partners order by number. */
export const namedArticles: DemoArticle[] = [
  {
    number: "LAD-0007",
    name: "Wallbox 7,4 kW, 1-fase, vaste kabel",
    kind: "charger",
    category: "chargers",
    brand: "Noordlader",
    euros: 649,
    cost: 430,
    serial: true,
  },
  {
    number: "LAD-0011",
    name: "Wallbox 11 kW, 3-fase, vaste kabel",
    kind: "charger",
    category: "chargers",
    brand: "Noordlader",
    euros: 749,
    cost: 498,
    serial: true,
  },
  {
    number: "LAD-0022",
    name: "Wallbox 22 kW, 3-fase, met contact",
    kind: "charger",
    category: "chargers",
    brand: "Noordlader",
    euros: 899,
    cost: 612,
    serial: true,
  },
  {
    number: "DNS-0003",
    name: "Standaard installatie laadpunt",
    kind: "service",
    category: "installation",
    euros: 350,
    minutes: 110,
    skills: charging,
  },
  {
    number: "DNS-0004",
    name: "Installatie laadpunt 3-fase",
    kind: "service",
    category: "installation",
    euros: 425,
    minutes: 125,
    skills: threePhase,
  },
  {
    number: "DNS-0012",
    name: "Nieuwe groepenkast plaatsen",
    kind: "service",
    category: "cupboard",
    euros: 595,
    minutes: 110,
    skills: cupboard,
  },
  {
    number: "DNS-0013",
    name: "Uitbreiding groepenkast met één groep",
    kind: "service",
    category: "cupboard",
    euros: 145,
    minutes: 25,
    skills: charging,
  },
  {
    number: "DNS-0020",
    name: "Koppeling met zonnepanelen",
    kind: "service",
    category: "installation",
    euros: 299,
    minutes: 30,
    skills: ["smart_charging_configuration"],
  },
  {
    number: "DNS-0021",
    name: "Load balancing instellen",
    kind: "service",
    category: "installation",
    euros: 199,
    minutes: 20,
    skills: ["smart_charging_configuration"],
  },
  {
    number: "DNS-0030",
    name: "Graafwerk per meter",
    kind: "service",
    category: "digging",
    euros: 27.5,
    minutes: 6,
  },
  {
    number: "DNS-0031",
    name: "Kabel leggen per meter boven de 10 m",
    kind: "service",
    category: "cable",
    euros: 18.5,
    minutes: 3,
  },
  {
    number: "DNS-0040",
    name: "Demontage laadpunt",
    kind: "service",
    category: "removal",
    euros: 125,
    minutes: 45,
    skills: charging,
  },
  {
    number: "DNS-0041",
    name: "Verhuizing laadpunt",
    kind: "service",
    category: "removal",
    euros: 395,
    minutes: 150,
    skills: charging,
  },
  {
    number: "DNS-0050",
    name: "Schouw op locatie",
    kind: "service",
    category: "survey",
    euros: 95,
    minutes: 60,
  },
  {
    number: "DNS-0060",
    name: "Service aan laadpunt, eerste uur",
    kind: "service",
    category: "service",
    euros: 89,
    minutes: 60,
    skills: charging,
  },
  {
    number: "MAT-0030",
    name: "Montagepaal enkel, hoogte 120 cm",
    kind: "pole",
    category: "poles",
    euros: 219,
    cost: 140,
    minutes: 20,
  },
  {
    number: "MAT-0031",
    name: "Montagepaal dubbel, hoogte 140 cm",
    kind: "pole",
    category: "poles",
    euros: 289,
    cost: 188,
    minutes: 25,
  },
  {
    number: "MAT-0040",
    name: "Grondkabel 5×6 mm², per meter",
    kind: "material",
    category: "cable",
    euros: 9.95,
    cost: 5.1,
  },
  {
    number: "MAT-0041",
    name: "Grondkabel 3×6 mm², per meter",
    kind: "material",
    category: "cable",
    euros: 6.95,
    cost: 3.6,
  },
  {
    number: "ZGL-0001",
    name: "Zegel meterkast",
    kind: "seal",
    category: "seals",
    euros: 2.5,
    cost: 0.4,
    serial: true,
  },
  {
    number: "PAK-0001",
    name: "Pakket Compleet 11 kW",
    kind: "package",
    category: "packages",
    euros: 1299,
    minutes: 0,
  },
  {
    number: "PAK-0002",
    name: "Pakket Compleet 22 kW",
    kind: "package",
    category: "packages",
    euros: 1549,
    minutes: 0,
  },
];
