import { z } from "zod";
import type { Point } from "../model.ts";
import { askRouter, legOf, type Router, RouterFailed } from "./router.ts";

/** Distances are in kilometres, because that is what is asked for. */
const Matrix = z.object({
  sources_to_targets: z.array(
    z.array(z.object({ time: z.number().nullish(), distance: z.number().nullish() }).nullable()),
  ),
});
const Trouble = z.object({ error: z.string() });

const locations = (points: readonly Point[]) =>
  points.map(({ latitude, longitude }) => ({ lat: latitude, lon: longitude }));

/** The matrix service of a Valhalla server (`/sources_to_targets`); its usual limit is 2,500 pairs in one question. */
export const valhallaRouter = (address: string, options: Pick<Router, "mostKm">): Router => ({
  name: "valhalla",
  side: 50,
  ...options,
  async matrix(from, to) {
    const asked = {
      sources: locations(from),
      targets: locations(to),
      costing: "auto",
      units: "kilometers",
      verbose: true,
    };
    const body = await askRouter(
      `${address}/sources_to_targets`,
      { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(asked) },
      (answer) => Trouble.safeParse(answer).data?.error,
    );
    const { data } = Matrix.safeParse(body);
    if (!data) throw new RouterFailed("Valhalla: no matrix in the answer");
    return from.map((_, row) =>
      to.map((__, column) => {
        const cell = data.sources_to_targets[row]?.[column];
        return legOf(cell?.time, (cell?.distance ?? 0) * 1000);
      }),
    );
  },
});
