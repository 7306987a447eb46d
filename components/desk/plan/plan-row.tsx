"use client";

import { memo, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { SlotWords } from "./matrix-words";
import { ROW } from "./use-grid-window";

export type GridRow = {
  key: string;
  name: string;
  note: string;
  /** How many talks there are in the row. */
  count: number;
  /** One of those whom the selected talk is about. */
  isMarked: boolean;
};

export type GridCell = {
  kind: "free" | "talk" | "closed" | "legal" | "illegal" | "source";
  /** What a screen reader says: whose, when, what, and why not. */
  spoken: string;
  content: ReactNode;
  /** Why the selected talk can't be moved here; shown while the cell has the pointer or the focus. */
  why?: string;
};
export type CellOf = (row: number, column: number) => GridCell;

type PlanRowProps = {
  row: GridRow;
  at: number;
  top: number;
  head: number;
  cellWidth: number;
  columns: readonly SlotWords[];
  /** Which columns are in the page, as text: a list would be another one with each scrolled pixel. */
  shown: string;
  cellOf: CellOf;
  /** The column of the cell that Tab leads to, if it is in this row. */
  active: number | undefined;
};

/** One row of the matrix. Drawn again only when one of its cells changes, not while the page scrolls by it. */
export const PlanRow = memo(function PlanRow(props: PlanRowProps) {
  const { row, at, top, head, cellWidth, columns, shown, cellOf, active } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the cells of a grid take the focus
    <div
      role="row"
      aria-rowindex={at + 2}
      className={classNames("pgrid__row", row.isMarked && "is-marked")}
      style={{ top, height: ROW }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see the row */}
      <div className="pgrid__name" role="rowheader" aria-colindex={1} style={{ width: head }}>
        <span className="truncate">
          <b>{row.name}</b> <small>{row.note}</small>
        </span>
        <span className="pgrid__count">{row.count}</span>
      </div>
      {shown.split(",").map((text) => {
        const column = Number(text);
        const slot = columns[column];
        if (text === "" || !slot) return null;
        const cell = cellOf(at, column);
        return (
          // biome-ignore lint/a11y/useSemanticElements: see the grid
          <div
            key={column}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={cell.kind === "source"}
            aria-disabled={cell.kind === "illegal" ? true : undefined}
            data-cell={`${at}-${column}`}
            data-kind={cell.kind}
            tabIndex={active === column ? 0 : -1}
            draggable={cell.kind === "talk" || cell.kind === "source"}
            className={classNames("pgrid__cell", slot.followsGap && "is-gap")}
            style={{ left: head + column * cellWidth, width: cellWidth }}
          >
            <span className="visually-hidden">{cell.spoken}</span>
            {cell.content}
            {cell.why ? (
              <span className="pgrid__why" aria-hidden="true">
                {cell.why}
              </span>
            ) : null}
          </div>
        );
      })}
    </div>
  );
});
