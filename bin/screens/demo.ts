import { demoPassword } from "../../src/main/demo/users.ts";

/** The demo company over HTTP: who is signed in, and where the things stand that are worth a picture. */
export interface Demo {
  base: string;
  /** The cookie of somebody of the demo company. */
  cookieOf: (email: string) => Promise<string>;
  /** The newest order in a status. */
  orderIn: (status: string) => Promise<string>;
  /** The token in the newest mail of a kind about an order in one of these statuses. */
  tokenIn: (status: string, template: string) => Promise<string>;
  /** The crew leader with the fullest day from today on, which day that is, and the work order of the first stop to be done. */
  fullestDay: () => Promise<{ email: string; workOrderId: string; isToday: boolean }>;
}

interface Crew {
  on: string;
  members: { id: string }[];
}
interface Stops {
  stops: { workOrderId: string | null; workOrderStatus: string | null }[];
}
interface Rows<Row> {
  rows: Row[];
}

const ada = "ada@chargecars.example";

/** Opens the demo company behind an address. */
export const openDemo = (base: string): Demo => {
  const cookies = new Map<string, string>();

  const cookieOf = async (email: string) => {
    const known = cookies.get(email);
    if (known) return known;
    const response = await fetch(`${base}/api/v1/identity/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password: demoPassword }),
    });
    if (!response.ok) throw new Error(`Sign-in of ${email}: ${response.status}`);
    const parts = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
    cookies.set(email, parts.join("; "));
    return parts.join("; ");
  };

  const get = async <Answer>(path: string, email = ada): Promise<Answer> => {
    const response = await fetch(`${base}/api/v1${path}`, { headers: { cookie: await cookieOf(email) } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };

  const ordersIn = async (status: string) =>
    (await get<Rows<{ id: string }>>(`/orders?status=${status}&kind=installation&sort=-createdAt&limit=40`))
      .rows;

  const newestMail = async (orderId: string, template: string): Promise<string | undefined> => {
    const { rows } = await get<Rows<{ id: string; template: string }>>(
      `/messages?orderId=${orderId}&limit=50`,
    );
    const mail = rows.find((row) => row.template === template);
    if (!mail) return undefined;
    const { body } = await get<{ body: string }>(`/messages/${mail.id}`);
    return /\/c\/([\w-]+)/.exec(body)?.[1];
  };
  const works = async (token: string) =>
    (await fetch(`${base}/api/v1/my-order`, { headers: { authorization: `Bearer ${token}` } })).ok;

  return {
    base,
    cookieOf,
    async orderIn(status) {
      const [newest] = await ordersIn(status);
      if (!newest) throw new Error(`The demo company has no order with status ${status}.`);
      return newest.id;
    },
    async tokenIn(status, template) {
      for (const { id } of await ordersIn(status)) {
        const token = await newestMail(id, template);
        if (token && (await works(token))) return token;
      }
      throw new Error(`No order with status ${status} has a working link in a mail ${template}.`);
    },
    async fullestDay() {
      const day = (offset: number) =>
        new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(
          Date.now() + offset * 86_400_000,
        );
      const { crews } = await get<{ crews: Crew[] }>(`/planning/week?from=${day(0)}&until=${day(3)}`);
      const { rows: mechanics } = await get<Rows<{ id: string; name: string; code: string }>>("/mechanics");
      const days = await Promise.all(
        crews.map(async ({ on, members }) => {
          const leader = mechanics.find(({ id }) => id === members[0]?.id);
          const isSam = leader?.name.startsWith("Sam ") ?? true;
          const email = `${isSam ? "sam" : leader?.code.toLowerCase()}@chargecars.example`;
          // A crew may be led by somebody who has no phone of ours.
          const { stops } = await get<Stops>(`/field/day?on=${on}`, email).catch(
            (): Stops => ({ stops: [] }),
          );
          const next = stops.find(({ workOrderStatus }) => workOrderStatus === "created");
          return { email, stops: stops.length, workOrderId: next?.workOrderId ?? "", isToday: on === day(0) };
        }),
      );
      const [fullest] = days
        .filter(({ workOrderId }) => workOrderId)
        .toSorted((one, other) => other.stops - one.stops);
      if (!fullest) throw new Error("No crew has a visit to do from today to three days on.");
      return fullest;
    },
  };
};
