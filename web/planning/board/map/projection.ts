/** A flat picture of the Netherlands in which a tenth of a degree north is as long as it is on the ground. */
export const project = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({
  x: (longitude - 3) * 61.3,
  y: (54 - latitude) * 100,
});

/** A part of the picture. */
export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const wholeCountry: View = { x: 15, y: 40, width: 250, height: 290 };

/** The part of the picture in which all these places are, with some air around. */
export const around = (places: readonly { x: number; y: number }[]): View => {
  if (places.length === 0) return wholeCountry;
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const air = Math.max(8, (right - left) * 0.08, (bottom - top) * 0.08);
  return {
    x: left - air,
    y: top - air,
    width: right - left + 2 * air,
    height: bottom - top + 2 * air,
  };
};

/** Nearer or farther around a point of the picture. */
export const zoomed = (view: View, factor: number, at: { x: number; y: number }): View => {
  const width = Math.min(500, Math.max(6, view.width * factor));
  const real = width / view.width;
  return {
    x: at.x - (at.x - view.x) * real,
    y: at.y - (at.y - view.y) * real,
    width,
    height: view.height * real,
  };
};

/** Towns to find one's way by. */
export const towns: readonly { name: string; latitude: number; longitude: number }[] = [
  { name: "Amsterdam", latitude: 52.37, longitude: 4.9 },
  { name: "Rotterdam", latitude: 51.92, longitude: 4.48 },
  { name: "Den Haag", latitude: 52.08, longitude: 4.31 },
  { name: "Utrecht", latitude: 52.09, longitude: 5.12 },
  { name: "Eindhoven", latitude: 51.44, longitude: 5.48 },
  { name: "Groningen", latitude: 53.22, longitude: 6.57 },
  { name: "Tilburg", latitude: 51.56, longitude: 5.09 },
  { name: "Breda", latitude: 51.59, longitude: 4.78 },
  { name: "Nijmegen", latitude: 51.84, longitude: 5.86 },
  { name: "Arnhem", latitude: 51.98, longitude: 5.91 },
  { name: "Zwolle", latitude: 52.51, longitude: 6.09 },
  { name: "Enschede", latitude: 52.22, longitude: 6.9 },
  { name: "Leeuwarden", latitude: 53.2, longitude: 5.79 },
  { name: "Maastricht", latitude: 50.85, longitude: 5.69 },
  { name: "Middelburg", latitude: 51.5, longitude: 3.61 },
  { name: "Alkmaar", latitude: 52.63, longitude: 4.75 },
  { name: "Assen", latitude: 52.99, longitude: 6.56 },
  { name: "Lelystad", latitude: 52.52, longitude: 5.47 },
  { name: "Amersfoort", latitude: 52.16, longitude: 5.39 },
  { name: "Den Bosch", latitude: 51.69, longitude: 5.3 },
  { name: "Venlo", latitude: 51.37, longitude: 6.17 },
];
