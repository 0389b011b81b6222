import { NewCrewDialog } from "./crew/NewCrewDialog.tsx";
import { ConflictDialog } from "./dialogs/ConflictDialog.tsx";
import { DisruptDialog } from "./dialogs/DisruptDialog.tsx";
import { PlaceDialog } from "./dialogs/PlaceDialog.tsx";
import { PublishDialog } from "./dialogs/PublishDialog.tsx";
import type { Conflict } from "./moves/useBoardMoves.ts";
import { PlansDialog } from "./plans/PlansDialog.tsx";
import { useBoard } from "./store/useBoard.ts";
import type { BoardPlaces } from "./useBoardPlaces.ts";

/** The dialog that stands over the board; the optimiser's is a menu at its button. */
export type Dialog =
  | { kind: "place"; visitId: string }
  | { kind: "conflict"; conflict: Conflict }
  | { kind: "newCrew"; on: string }
  | { kind: "publish" | "disrupt" | "plans" | "optimise" };

interface BoardDialogsProps {
  dialog: Dialog | undefined;
  places: BoardPlaces;
  onClose: () => void;
}

/** One dialog at a time. */
export const BoardDialogs = ({ dialog, places, onClose }: BoardDialogsProps) => {
  const { store } = useBoard();
  const open = (planId: string | undefined) => {
    places.openPlan(planId);
    onClose();
  };
  switch (dialog?.kind) {
    case "place":
      return <PlaceDialog visitId={dialog.visitId} onClose={onClose} />;
    case "conflict":
      return <ConflictDialog conflict={dialog.conflict} onClose={onClose} />;
    case "newCrew":
      return <NewCrewDialog on={dialog.on} onClose={onClose} />;
    case "publish":
      return <PublishDialog onClose={onClose} onOpen={open} />;
    case "disrupt":
      return <DisruptDialog onClose={onClose} onTake={open} />;
    case "plans":
      return (
        <PlansDialog
          rows={places.rows}
          openId={store.get().plan.id}
          onOpen={places.openPlan}
          onClose={onClose}
        />
      );
    case "optimise":
    case undefined:
      return null;
  }
};
