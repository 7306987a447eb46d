import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { aimOf, type CellAt } from "./grid-keys";
import { HEAD_ROW, ROW } from "./use-grid-window";

type Asked = {
  rows: number;
  columns: number;
  /** The column that Tab leads to at first: the slot that runs. */
  startColumn: number;
  /** The cell that the focus is to go to, after a talk went there; `landed` is told once it has. */
  arrived: CellAt | undefined;
  landed: () => void;
};

/** The one cell of a grid that Tab leads to, the keys that lead on from it, and the talk that it follows. */
export function useGridFocus(frame: RefObject<HTMLDivElement | null>, asked: Asked) {
  const { rows, columns, startColumn, arrived, landed } = asked;
  const [kept, setActive] = useState<CellAt>({ row: 0, column: startColumn });
  const [wish, setWish] = useState(0);
  const wanted = useRef(false);
  // A search can leave fewer rows than there were.
  const active = {
    row: Math.min(kept.row, Math.max(rows - 1, 0)),
    column: Math.min(kept.column, Math.max(columns - 1, 0)),
  };
  const goTo = (aim: CellAt) => {
    wanted.current = true;
    setActive(aim);
    setWish((before) => before + 1);
  };

  const [row, column] = [arrived?.row, arrived?.column];
  useEffect(() => {
    if (row === undefined || column === undefined) return;
    wanted.current = true;
    setActive({ row, column });
    setWish((before) => before + 1);
    landed();
  }, [row, column, landed]);

  // The cell may have come into the page by this very key, so it takes the focus once it is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a talk can come to the very cell that Tab leads to anyway
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const cell = frame.current?.querySelector<HTMLElement>(`[data-cell="${active.row}-${active.column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [frame, active.row, active.column, wish]);

  const move = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(((frame.current?.clientHeight ?? 0) - HEAD_ROW) / ROW) - 1);
    const aim = aimOf(event, active, { rows, columns, page });
    if (!aim) return;
    event.preventDefault();
    if (aim.row !== active.row || aim.column !== active.column) goTo(aim);
  };
  return { active, setActive, move };
}
