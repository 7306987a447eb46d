import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { aimOf, type CellAt } from "./grid-keys";
import { HEAD_ROW, ROW } from "./use-grid-window";

type Size = { rows: number; columns: number };

/** The one cell of a grid that Tab leads to, and the keys that lead on from it. */
export function useGridFocus(frame: RefObject<HTMLDivElement | null>, { rows, columns }: Size) {
  const [kept, setActive] = useState<CellAt>({ row: 0, column: 0 });
  const wanted = useRef(false);
  // A search can leave fewer rows than there were.
  const active = {
    row: Math.min(kept.row, Math.max(rows - 1, 0)),
    column: Math.min(kept.column, Math.max(columns - 1, 0)),
  };

  // The cell may have come into the page by this very key, so it takes the focus once it is there.
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const cell = frame.current?.querySelector<HTMLElement>(`[data-cell="${active.row}-${active.column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [frame, active.row, active.column]);

  const move = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(((frame.current?.clientHeight ?? 0) - HEAD_ROW) / ROW) - 1);
    const aim = aimOf(event, active, { rows, columns, page });
    if (!aim) return;
    event.preventDefault();
    if (aim.row === active.row && aim.column === active.column) return;
    wanted.current = true;
    setActive(aim);
  };
  return { active, setActive, move };
}
