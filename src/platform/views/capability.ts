import type { Capability } from "../capability.ts";
import { changeView, removeView, savedViews, saveView, setDefaultView } from "./savedViews.ts";

/** Sets of filters that people keep under a name, for every list. */
export const views: Capability = {
  name: "views",
  routes: [savedViews, saveView, changeView, removeView, setDefaultView],
};
