import type { MatrixTalk } from "@/domain/matchmaking/labels";
import type { CellOf, GridDeeds } from "./grid-parts";
import type { PlanViewProps } from "./plan-view-props";

type Target = { slot: number; table?: number };
type Cells = {
  cellOf: CellOf;
  /** What a row is known by. */
  keyAt: (row: number) => string;
  talkAt: (row: number, slot: number) => MatrixTalk | undefined;
  /** Where a talk goes that is let go in this cell; undefined for a row that it is not about. */
  targetAt: (row: number, slot: number) => Target | undefined;
  /** Why not, in such a row. */
  elsewhere: string;
};

/** Pressing a talk picks it up; pressing an open cell afterwards moves it there, as does dragging. Everywhere else says why not. */
export function useGridDeeds(props: PlanViewProps, cells: Cells): GridDeeds {
  const { moves, select, move, show, say } = props;
  const { cellOf, keyAt, talkAt, targetAt, elsewhere } = cells;
  const isAbout = (row: number, column: number) => moves !== undefined && targetAt(row, column) !== undefined;
  /** What the cell itself says against it; a row that the talk is not about says so only when it is pressed. */
  const whyOf = (row: number, column: number) =>
    isAbout(row, column) ? (cellOf(row, column).why ?? "") : "";
  const whyNot = (row: number, column: number) => {
    if (!moves) return "";
    return isAbout(row, column) ? whyOf(row, column) : elsewhere;
  };
  const settle = (row: number, column: number) => {
    const target = targetAt(row, column);
    if (cellOf(row, column).kind === "legal" && moves && target)
      move(moves.talk, { ...target, row: keyAt(row) });
    else say(whyNot(row, column));
  };
  const pickUp = ({ id, people, slot }: MatrixTalk, row: number) =>
    select({ id, people, slot, row: keyAt(row) });
  return {
    pick: (row, column) => {
      const talk = talkAt(row, column);
      if (!talk) settle(row, column);
      else if (talk.id === moves?.talk.id) select(undefined);
      else pickUp(talk, row);
    },
    lift: (row, column) => {
      const talk = talkAt(row, column);
      if (talk) pickUp(talk, row);
      return talk !== undefined;
    },
    drop: settle,
    point: (row, column) => show(whyOf(row, column)),
    escape: () => select(undefined),
  };
}
