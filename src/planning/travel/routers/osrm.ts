import { z } from "zod";
import type { Point } from "../model.ts";
import { askRouter, legOf, type Router, RouterFailed } from "./router.ts";

const Table = z.object({
  code: z.string(),
  message: z.string().optional(),
  durations: z.array(z.array(z.number().nullable())).optional(),
  distances: z.array(z.array(z.number().nullable())).optional(),
});
const Trouble = z.object({ message: z.string() });

const places = (points: readonly Point[]) =>
  points.map(({ latitude, longitude }) => `${longitude.toFixed(5)},${latitude.toFixed(5)}`).join(";");
const numbers = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => from + index).join(";");

/** The table service of an OSRM server (`/table/v1`); its usual limit is a hundred places in one question. */
export const osrmRouter = (address: string, options: Pick<Router, "mostKm">): Router => ({
  name: "osrm",
  side: 50,
  ...options,
  async matrix(from, to) {
    const query = `sources=${numbers(0, from.length)}&destinations=${numbers(from.length, to.length)}`;
    const url = `${address}/table/v1/driving/${places([...from, ...to])}?${query}&annotations=duration,distance`;
    const body = await askRouter(url, {}, (answer) => Trouble.safeParse(answer).data?.message);
    const { data } = Table.safeParse(body);
    if (data?.code !== "Ok" || !data.durations)
      throw new RouterFailed(`OSRM: ${data?.message ?? data?.code ?? "no table"}`);
    const { durations, distances } = data;
    return from.map((_, row) =>
      to.map((__, column) => legOf(durations[row]?.[column], distances?.[row]?.[column])),
    );
  },
});
