import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from "@opentelemetry/sdk-trace";

/** Which traces are kept, as OpenTelemetry's own settings say it. */
export interface Sampling {
  /** `OTEL_TRACES_SAMPLER` */
  sampler?: string | undefined;
  /** `OTEL_TRACES_SAMPLER_ARG`: the share that is kept, from 0 to 1. */
  argument?: string | undefined;
}

/** What cannot be read is said and counts as not given, as the specification asks. */
const ignored = (setting: string, value: string) =>
  process.emitWarning(`${setting} is "${value}", which means nothing here; traces are kept as without it.`);

const shareOf = (argument: string | undefined): number => {
  if (!argument) return 1;
  const share = Number(argument);
  if (share >= 0 && share <= 1) return share;
  ignored("OTEL_TRACES_SAMPLER_ARG", argument);
  return 1;
};

const roots: Readonly<Record<string, (argument: string | undefined) => Sampler>> = {
  always_on: () => new AlwaysOnSampler(),
  always_off: () => new AlwaysOffSampler(),
  traceidratio: (argument) => new TraceIdRatioBasedSampler(shareOf(argument)),
};
const followsCaller = /^parentbased_/;

/** Chooses which traces are kept: all of them unless told otherwise, and of a caller what the caller keeps. */
export const samplerOf = ({ sampler, argument }: Sampling): Sampler => {
  const name = sampler || "parentbased_always_on";
  const root = roots[name.replace(followsCaller, "")];
  if (!root) {
    ignored("OTEL_TRACES_SAMPLER", name);
    return samplerOf({});
  }
  return followsCaller.test(name) ? new ParentBasedSampler({ root: root(argument) }) : root(argument);
};
