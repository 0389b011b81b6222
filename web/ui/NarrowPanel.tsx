import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";

const body = { height: "100%", display: "flex", flexDirection: "column" } as const;

/** A side panel on a narrow screen: over the list. */
export const NarrowPanel = (props: { title: ReactNode; onClose: () => void; children: ReactNode }) => (
  <Drawer
    opened
    onClose={props.onClose}
    position="right"
    size="lg"
    withCloseButton={false}
    padding={0}
    title={<span className="visually-hidden">{props.title}</span>}
    styles={{ header: { display: "none" }, body }}
  >
    {props.children}
  </Drawer>
);
