import { calendarCalls } from "./calendar/contract.ts";
import { capacityCalls } from "./capacity/contract.ts";
import { crewCalls } from "./crews/contract.ts";
import { durationCalls } from "./durations/contract.ts";
import { earlierCalls } from "./earlier/contract.ts";
import { meansCalls } from "./means/contract.ts";
import { peopleCalls } from "./people/contract.ts";
import { planCalls } from "./plans/contract.ts";
import { settingsCalls } from "./settings/contract.ts";
import { slotCalls } from "./slots/contract.ts";
import { travelCalls } from "./travel/contract.ts";
import { visitCalls } from "./visits/contract.ts";
import { wishCalls } from "./visits/wishes/contract.ts";
import { whatIfCalls } from "./whatIf/contract.ts";

export * from "./calendar/views.ts";
export * from "./capacity/views.ts";
export * from "./crews/views.ts";
export * from "./earlier/views.ts";
export * from "./means/views.ts";
export * from "./people/views.ts";
export * from "./plans/crews/views.ts";
export * from "./plans/views.ts";
export { expectedFrom } from "./slots/dayPart.ts";
export * from "./slots/views.ts";
export * from "./travel/views.ts";
export * from "./visits/views.ts";
export * from "./visits/visitStatus.ts";
export * from "./visits/wishes/views.ts";
export * from "./whatIf/views.ts";

export const planning = {
  ...visitCalls,
  ...wishCalls,
  ...slotCalls,
  ...crewCalls,
  ...peopleCalls,
  ...meansCalls,
  ...earlierCalls,
  ...calendarCalls,
  ...capacityCalls,
  ...whatIfCalls,
  ...settingsCalls,
  ...planCalls,
  ...durationCalls,
  ...travelCalls,
};
