import { Menu } from "@mantine/core";
import type { PlanDay } from "#planning/contract";
import { CrewItems } from "./CrewItems.tsx";
import { PersonItems } from "./PersonItems.tsx";

interface CrewMenuProps {
  day: PlanDay;
  mechanicId: string | undefined;
  from: DOMRect;
  onClose: () => void;
}

/** Another crew for a person, or other people, another van or another depot for the crew. */
export const CrewMenu = ({ day, mechanicId, from, onClose }: CrewMenuProps) => (
  <Menu opened onChange={(isOpen) => !isOpen && onClose()} position="bottom-start" withinPortal>
    <Menu.Target>
      <span
        style={{
          position: "fixed",
          insetInlineStart: from.left,
          insetBlockStart: from.bottom,
          inlineSize: from.width,
          blockSize: 0,
        }}
      />
    </Menu.Target>
    <Menu.Dropdown style={{ maxBlockSize: 320, overflowY: "auto" }}>
      {mechanicId ? <PersonItems day={day} mechanicId={mechanicId} /> : <CrewItems day={day} />}
    </Menu.Dropdown>
  </Menu>
);
