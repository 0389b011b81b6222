/** A piece of work as it stands in a trace: names only, never what it was about. */
export interface Traced {
  name: string;
  /** `piece` of what goes on already, or nothing: a statement asked for by nobody is not told. */
  as: "request" | "work" | "call" | "piece";
  /** In which trace it was asked for, when that is another one (W3C `traceparent`). */
  askedIn?: string | null;
  facts?: Readonly<Record<string, string | number>>;
}

/** Where work is told about; there is one when the house was told where traces go. */
export interface Tracer {
  within<T>(what: Traced, does: () => Promise<T>): Promise<T>;
  /** The trace that what happens now belongs to. */
  traceId(): string | undefined;
  /** What happens now, for who goes on with it later (W3C `traceparent`). */
  traceparent(): string | undefined;
  request: RequestTracer;
}

/** A request begins in one hook of the server, is worked on in another and ends in a third. */
export interface RequestTracer {
  begin(request: object, headers: Readonly<Record<string, unknown>>, facts: Traced["facts"]): void;
  /** Whatever `goesOn` starts belongs to the request. */
  goOn(request: object, goesOn: () => void): void;
  end(request: object, status: number): void;
}

let tracer: Tracer | undefined;

export const theTracer = (): Tracer | undefined => tracer;

/** From here on work is told about, or no longer. */
export const traceBy = (given: Tracer | undefined): void => {
  tracer = given;
};

/** Does something and tells how long it took, where traces are kept; elsewhere it is just done. */
export const traced = <T>(what: Traced, does: () => Promise<T>): Promise<T> =>
  tracer ? tracer.within(what, does) : does();
