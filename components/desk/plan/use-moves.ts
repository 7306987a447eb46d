import { useMemo } from "react";
import type { BoardTalk, PlanBoard } from "@/domain/matchmaking/labels";
import type { BoardIndex } from "./board-index";
import { type MoveRefusal, moveRefusal } from "./legal-moves";

/** Where the selected talk can go. */
export type Moves = {
  talk: BoardTalk;
  /** Why not, for each slot; undefined where it can. */
  refusals: readonly (MoveRefusal | undefined)[];
  refusalAt: (slot: number, table: number) => MoveRefusal | undefined;
};

/** Reads once per selection what every cell of the selected talk's people says. */
export function useMoves(
  board: PlanBoard,
  index: BoardIndex,
  selected: string | undefined,
): Moves | undefined {
  return useMemo(() => {
    const talk = selected === undefined ? undefined : index.talks.get(selected);
    if (!talk) return undefined;
    const now = new Date();
    const refusalAt = (slot: number, table: number | null) =>
      moveRefusal(board, { talkId: talk.id, slot, table }, now);
    return { talk, refusals: board.slots.map((_, slot) => refusalAt(slot, null)), refusalAt };
  }, [board, index, selected]);
}
