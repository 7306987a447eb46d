import type { MatrixTalk } from "@/domain/matchmaking/labels";
import type { GridDeeds } from "./plan-grid";
import type { CellOf } from "./plan-row";
import type { PlanViewProps } from "./plan-view-props";

type Target = { slot: number; table?: number };
type Cells = {
  cellOf: CellOf;
  talkAt: (row: number, slot: number) => MatrixTalk | undefined;
  /** Where a talk goes that is let go in this cell; undefined for a row that it is not about. */
  targetAt: (row: number, slot: number) => Target | undefined;
};

/** Pressing a talk selects it; pressing an open cell afterwards moves it there, as does dragging. */
export function useGridDeeds(props: PlanViewProps, { cellOf, talkAt, targetAt }: Cells): GridDeeds {
  const { moves, select, move, say } = props;
  const settle = (row: number, column: number) => {
    const { kind, why } = cellOf(row, column);
    const target = targetAt(row, column);
    if (why) say(why);
    if (kind === "legal" && moves && target) move(moves.talk, target);
  };
  return {
    pick: (row, column) => {
      const talk = talkAt(row, column);
      if (talk) select(talk.id === moves?.talk.id ? undefined : talk.id);
      else settle(row, column);
    },
    lift: (row, column) => {
      const talk = talkAt(row, column);
      if (talk) select(talk.id);
      return talk !== undefined;
    },
    drop: settle,
    point: (row, column) => say(cellOf(row, column).why ?? ""),
    escape: () => select(undefined),
  };
}
