import { useMemo } from "react";
import { type BoardTalk, type MoveRefusal, movesOf, type PlanBoard } from "@/domain/matchmaking/labels";
import type { BoardIndex } from "./board-index";

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
    const spotAt = movesOf(board, talk.id, new Date());
    const refusalAt = (slot: number, table?: number) => {
      const spot = spotAt(slot, table);
      return "reason" in spot ? spot : undefined;
    };
    return { talk, refusals: board.slots.map((_, slot) => refusalAt(slot)), refusalAt };
  }, [board, index, selected]);
}
