import { z } from "zod";

type Shape = z.ZodObject<z.ZodRawShape>;
type Nothing = z.ZodObject<Record<never, never>>;

/** The faces of the product; each has its own way of proving who calls. */
export type Door = "office" | "field" | "partner" | "customer" | "public";

export interface Endpoint<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  R extends z.ZodType = z.ZodType,
> {
  /** Capability and verb, such as `sales.signQuote`; also the operation id in OpenAPI. */
  name: string;
  summary: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path with `:name` parameters, below `/api/v1`. */
  path: string;
  /** Through which doors it may be called; `public` needs no proof of identity and is limited per address. */
  doors: readonly Door[];
  params: P;
  query: Q;
  body: B;
  response: R;
  /** HTTP status of the good answer. */
  status: number;
}

type Given<P extends Shape, Q extends Shape, B extends Shape, R extends z.ZodType> = Pick<
  Endpoint,
  "name" | "summary" | "method" | "path" | "doors"
> & { params?: P; query?: Q; body?: B; response: R; status?: number };

/**
 * Declares one call over HTTP, read by the server, the web and the OpenAPI document alike.
 * Names in `params`, `query` and `body` must differ, because a caller gives them as one object.
 */
export const endpoint = <
  R extends z.ZodType,
  P extends Shape = Nothing,
  Q extends Shape = Nothing,
  B extends Shape = Nothing,
>(
  given: Given<P, Q, B, R>,
): Endpoint<P, Q, B, R> => {
  const none = z.object({});
  const made = {
    status: 200,
    ...given,
    params: given.params ?? (none as unknown as P),
    query: given.query ?? (none as unknown as Q),
    body: given.body ?? (none as unknown as B),
  };
  const names = [made.params, made.query, made.body].flatMap((part) => Object.keys(part.shape));
  if (new Set(names).size !== names.length)
    throw new Error(`${given.name}: a name occurs in two of params, query and body`);
  return made;
};

/** A part without fields adds nothing; its own type would refuse every field of the others. */
type InputPart<S extends Shape> = keyof S["shape"] extends never ? unknown : z.input<S>;
type ParsedPart<S extends Shape> = keyof S["shape"] extends never ? unknown : z.output<S>;

/** What a caller gives: parameters, query and body in one object. */
export type InputOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? InputPart<P> & InputPart<Q> & InputPart<B>
    : never;

/** What the server works with, after validation and defaults. */
export type ParsedOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? ParsedPart<P> & ParsedPart<Q> & ParsedPart<B>
    : never;

/** What comes back. */
export type OutputOf<E> = E extends Endpoint<Shape, Shape, Shape, infer R> ? z.output<R> : never;
