import { useMemo } from "react";
import type { MatrixTalk, MoveRefusal, PlanMatrix } from "@/domain/matchmaking/labels";
import { movesOf } from "@/domain/matchmaking/rules/moves";
import type { MatrixIndex } from "./matrix-index";

/** Where the selected talk can go. */
export type Moves = {
  talk: MatrixTalk;
  /** Why not, for each slot; undefined where it can. */
  refusals: readonly (MoveRefusal | undefined)[];
  refusalAt: (slot: number, table: number) => MoveRefusal | undefined;
};

/** Reads once per selection what every cell of the selected talk's people says. */
export function useMoves(
  matrix: PlanMatrix,
  index: MatrixIndex,
  selected: string | undefined,
): Moves | undefined {
  return useMemo(() => {
    const talk = selected === undefined ? undefined : index.talks.get(selected);
    if (!talk) return undefined;
    const spotAt = movesOf(matrix, talk.id, new Date());
    const refusalAt = (slot: number, table?: number) => {
      const spot = spotAt(slot, table);
      return "reason" in spot ? spot : undefined;
    };
    return { talk, refusals: matrix.slots.map((_, slot) => refusalAt(slot)), refusalAt };
  }, [matrix, index, selected]);
}
