"use client";

import { useTranslations } from "next-intl";
import { type DragEvent, type KeyboardEvent, type MouseEvent, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { Empty } from "@/components/ui/empty";
import type { SlotWords } from "./matrix-words";
import { type CellOf, type GridRow, PlanRow } from "./plan-row";
import { useGridFocus } from "./use-grid-focus";
import { HEAD_ROW, ROW, useGridWindow } from "./use-grid-window";

/** What the people in front of a grid do to one of its cells. */
export type GridDeeds = {
  /** Pressed, by pointer or key. */
  pick: (row: number, column: number) => void;
  /** Dragged from here; false when nothing here can be dragged. */
  lift: (row: number, column: number) => boolean;
  /** Let go here. */
  drop: (row: number, column: number) => void;
  /** Something is dragged over it. */
  point: (row: number, column: number) => void;
  escape: () => void;
};

type PlanGridProps = {
  label: string;
  corner: string;
  columns: readonly SlotWords[];
  rows: readonly GridRow[];
  cellOf: CellOf;
  deeds: GridDeeds;
};

type At = readonly [number, number];

/** Below the last row, so that a bar for scrolling sideways covers none. */
const SCROLLBAR = 18;

/** The cell that an event is about. */
function cellAt(event: { target: EventTarget }): At | undefined {
  const cell = event.target instanceof Element ? event.target.closest("[data-cell]") : null;
  const [row, column] = (cell?.getAttribute("data-cell") ?? "").split("-").map(Number);
  return row === undefined || column === undefined ? undefined : [row, column];
}

/**
 * Rows by slots, of which only those in sight are in the page, in both directions. One cell at a time can be reached by
 * Tab; arrows, Home, End and the page keys lead on from it.
 */
export function PlanGrid({ label, corner, columns, rows, cellOf, deeds }: PlanGridProps) {
  const t = useTranslations("plan.desk");
  const frame = useRef<HTMLDivElement>(null);
  const { active, setActive, move } = useGridFocus(frame, { rows: rows.length, columns: columns.length });
  const { shownRows, shownColumns, head, cellWidth, width, height } = useGridWindow({
    frame,
    active,
    size: { rows: rows.length, columns: columns.length },
  });

  const on = (event: { target: EventTarget }, deed: (...at: At) => void) => {
    const at = cellAt(event);
    if (at) deed(...at);
  };
  const onClick = (event: MouseEvent) =>
    on(event, (row, column) => {
      setActive({ row, column });
      deeds.pick(row, column);
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") return deeds.escape();
    if (event.key !== "Enter" && event.key !== " ") return move(event);
    event.preventDefault();
    on(event, deeds.pick);
  };
  const onDragStart = (event: DragEvent) =>
    on(event, (row, column) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
      setActive({ row, column });
      if (!deeds.lift(row, column)) event.preventDefault();
    });
  const onDragOver = (event: DragEvent) =>
    on(event, (row, column) => {
      deeds.point(row, column);
      if (cellOf(row, column).kind === "legal") event.preventDefault();
    });
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    on(event, deeds.drop);
  };

  if (rows.length === 0) return <Empty icon="search" title={t("nobodyFound")} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table would need every row and column in the page
    <div
      ref={frame}
      className="pgrid"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      style={{
        scrollPadding: `${HEAD_ROW}px 0 0 ${head}px`,
        height: `min(70dvh, ${HEAD_ROW + height + SCROLLBAR}px)`,
      }}
      {...{ onClick, onKeyDown, onDragStart, onDragOver, onDrop }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the cells of a grid take the focus */}
      <div className="pgrid__head" role="row" aria-rowindex={1} style={{ width, height: HEAD_ROW }}>
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: see the row */}
        <div className="pgrid__corner" role="columnheader" aria-colindex={1} style={{ width: head }}>
          {corner}
        </div>
        {shownColumns.map((column) => {
          const slot = columns[column];
          return slot ? (
            // biome-ignore lint/a11y/useSemanticElements: see the grid
            // biome-ignore lint/a11y/useFocusableInteractive: see the row
            <div
              key={column}
              role="columnheader"
              aria-colindex={column + 2}
              className={classNames("pgrid__slot", slot.followsGap && "is-gap")}
              style={{ left: head + column * cellWidth, width: cellWidth }}
            >
              {slot.beginsDay ? <small>{slot.day}</small> : null}
              {slot.clock}
            </div>
          ) : null;
        })}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <div className="pgrid__body" role="rowgroup" style={{ width, height }}>
        {shownRows.map((at) => {
          const row = rows[at];
          return row ? (
            <PlanRow
              key={row.key}
              {...{ row, at, cellOf, columns, head, cellWidth }}
              shown={shownColumns.join()}
              active={active.row === at ? active.column : undefined}
              top={at * ROW}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}
