import { useMemo } from "react";
import type { MatrixTalk, MoveRefusal, PlanMatrix } from "@/domain/matchmaking/labels";
import { movesOf } from "@/domain/matchmaking/rules/moves";

/** Where the selected talk can go. */
export type Moves = {
  talk: MatrixTalk;
  /** Why not, for each slot; undefined where it can. */
  refusals: readonly (MoveRefusal | undefined)[];
  refusalAt: (slot: number, table: number) => MoveRefusal | undefined;
};
type Asked = { matrix: PlanMatrix; talk: MatrixTalk | undefined; now: Date };

/** Reads once per selection what every cell of the selected talk's people says. */
export function useMoves({ matrix, talk, now }: Asked): Moves | undefined {
  const at = now.getTime();
  return useMemo(() => {
    if (!talk) return undefined;
    const spotAt = movesOf(matrix, talk.id, new Date(at));
    const refusalAt = (slot: number, table?: number) => {
      const spot = spotAt(slot, table);
      return "reason" in spot ? spot : undefined;
    };
    return { talk, refusals: matrix.slots.map((_, slot) => refusalAt(slot)), refusalAt };
  }, [matrix, talk, at]);
}
