import { z } from "zod";
import { Done, endpoint, filledText, Id, text } from "#platform/contract";

/** Filters as they stand in the address of a list. */
export const ViewFilters = z
  .record(z.string().min(1).max(60), z.string().max(1000))
  .refine((filters) => Object.keys(filters).length <= 40, "too many filters");

export const SavedView = z.object({
  id: Id,
  name: z.string(),
  filters: z.record(z.string(), z.string()),
  shared: z.boolean(),
  /** Only who made it renames, changes and removes it. */
  isMine: z.boolean(),
  ownerName: z.string(),
  isDefault: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

const ListName = text(60).min(1);
const ofView = z.object({ viewId: Id });

export const views = {
  savedViews: endpoint({
    name: "views.savedViews",
    summary: "The views of a list that somebody made or that are shared",
    method: "GET",
    path: "/saved-views",
    doors: ["office", "partner"],
    query: z.object({ list: ListName }),
    response: z.object({ rows: z.array(SavedView) }),
  }),
  saveView: endpoint({
    name: "views.saveView",
    summary: "Keep filters under a name; the same name of one's own takes the new filters",
    method: "POST",
    path: "/saved-views",
    doors: ["office", "partner"],
    body: z.object({
      list: ListName,
      name: filledText(60),
      filters: ViewFilters,
      shared: z.boolean().default(false),
    }),
    response: SavedView,
    status: 201,
  }),
  changeView: endpoint({
    name: "views.changeView",
    summary: "Rename a view, give it other filters, or share it",
    method: "PATCH",
    path: "/saved-views/:viewId",
    doors: ["office", "partner"],
    params: ofView,
    body: z.object({ name: filledText(60), filters: ViewFilters, shared: z.boolean() }).partial(),
    response: SavedView,
  }),
  removeView: endpoint({
    name: "views.removeView",
    summary: "Remove a view of one's own",
    method: "DELETE",
    path: "/saved-views/:viewId",
    doors: ["office", "partner"],
    params: ofView,
    response: Done,
  }),
  setDefaultView: endpoint({
    name: "views.setDefaultView",
    summary: "Say with which view a list opens for oneself; null opens it as it is",
    method: "PUT",
    path: "/saved-views/default",
    doors: ["office", "partner"],
    body: z.object({ list: ListName, viewId: Id.nullable() }),
    response: Done,
  }),
};
