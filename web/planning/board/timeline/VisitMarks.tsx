import { IconAlertTriangle, IconLock, IconPin, IconUserCheck } from "@tabler/icons-react";
import type { PlanVisit } from "#planning/contract";

/** Small signs on a visit; the button's label says the same in words. */
export const VisitMarks = ({ visit }: { visit: PlanVisit }) => (
  <>
    {visit.at && visit.breaches.length > 0 && <IconAlertTriangle size={12} aria-hidden="true" />}
    {visit.isLocked && <IconLock size={12} aria-hidden="true" />}
    {visit.at?.isPinned && !visit.isLocked && <IconPin size={12} aria-hidden="true" />}
    {visit.isFirm && <IconUserCheck size={12} aria-hidden="true" />}
  </>
);
