"use client";

import { memo } from "react";
import { classNames } from "@/components/ui/class-names";
import type { CellOf, GridRow } from "./grid-parts";
import type { SlotWords } from "./matrix-words";
import { ROW } from "./use-grid-window";

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
  nowColumn: number | undefined;
  /** One of the last: what a cell says stands above it, because below it would be cut off. */
  isLow: boolean;
};

/** At either end what a cell says is not centred on it: half of that would be cut off. */
function endOf(column: number, count: number): "first" | "last" | undefined {
  if (column === 0) return "first";
  return column === count - 1 ? "last" : undefined;
}

/** One row of the matrix. Drawn again only when one of its cells changes, not while the page scrolls by it. */
export const PlanRow = memo(function PlanRow(props: PlanRowProps) {
  const { row, at, top, head, cellWidth, columns, shown, cellOf, active, nowColumn, isLow } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the cells of a grid take the focus
    <div
      role="row"
      aria-rowindex={at + 2}
      className={classNames("pgrid__row", row.isMarked && "is-marked", isLow && "is-low")}
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
            data-end={endOf(column, columns.length)}
            tabIndex={active === column ? 0 : -1}
            draggable={cell.kind === "talk" || cell.kind === "source"}
            className={classNames(
              "pgrid__cell",
              slot.followsGap && "is-gap",
              column === nowColumn && "is-now",
            )}
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
