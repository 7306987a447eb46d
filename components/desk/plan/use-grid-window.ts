import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useLayoutEffect, useState } from "react";
import type { CellAt } from "./grid-keys";
import type { GridProps } from "./grid-parts";

/** Heights and widths in px: rows are as high as in other compact tables of the desk. */
export const ROW = 36;
export const HEAD_ROW = 40;
const NARROW = 640;
const NARROW_HEAD = 132;
/** What names of rows need, and cells at least: state, lock and whom a talk is with, or both who sit at a table. */
const ROOM = { one: { head: 260, cell: 64 }, two: { head: 160, cell: 88 } } as const;
/** What is drawn before the browser has measured anything. */
const FIRST = { width: 1200, height: 600 };

type GridWindow = {
  frame: RefObject<HTMLDivElement | null>;
  active: CellAt;
  size: { rows: number; columns: number };
  names: GridProps["names"];
};

type Widths = { head: number; cell: number };

/** Few slots fill the frame; many keep their width and scroll. */
export function gridWidths(wide: number, columns: number, names: GridProps["names"]): Widths {
  const least = ROOM[names];
  const head = wide < NARROW ? NARROW_HEAD : least.head;
  return { head, cell: Math.max(least.cell, Math.floor((wide - head) / Math.max(columns, 1))) };
}

/** How wide an element is while it is there, as its window changes. */
function useWidth(element: RefObject<HTMLElement | null>, isThere: boolean): number {
  const [width, setWidth] = useState(FIRST.width);
  useLayoutEffect(() => {
    if (!isThere || !element.current) return;
    const measured = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    measured.observe(element.current);
    return () => measured.disconnect();
  }, [element, isThere]);
  return width;
}

/** Those in sight, and the one with the focus: were it taken out of the page, the focus would be lost. */
function useKept(active: number, count: number) {
  return useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (active >= count || shown.includes(active)) return shown;
      return [...shown, active].sort((a, b) => a - b);
    },
    [active, count],
  );
}

/** Which rows and columns of a grid are in sight, and where they lie. */
export function useGridWindow({ frame, active, size, names }: GridWindow) {
  const wide = useWidth(frame, size.rows > 0);
  const { head, cell: cellWidth } = gridWidths(wide, size.columns, names);
  const rows = useVirtualizer({
    count: size.rows,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 6,
    scrollMargin: HEAD_ROW,
    initialRect: FIRST,
    rangeExtractor: useKept(active.row, size.rows),
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: size.columns,
    getScrollElement: () => frame.current,
    estimateSize: () => cellWidth,
    overscan: 3,
    scrollMargin: head,
    initialRect: FIRST,
    rangeExtractor: useKept(active.column, size.columns),
  });
  // Its sizes are kept until it is told that they have changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew exactly when a column gets another width
  useLayoutEffect(() => columns.measure(), [cellWidth]);
  return {
    shownRows: rows.getVirtualItems().map(({ index }) => index),
    shownColumns: columns.getVirtualItems().map(({ index }) => index),
    ...{ head, cellWidth },
    width: head + size.columns * cellWidth,
    height: size.rows * ROW,
  };
}
