"use client";

import { useTranslations } from "next-intl";
import {
  type DragEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
} from "react";
import { Empty } from "@/components/ui/empty";
import { GridHead } from "./grid-head";
import type { GridProps } from "./grid-parts";
import { PlanRow } from "./plan-row";
import { useEdges } from "./use-edges";
import { useGridFocus } from "./use-grid-focus";
import { HEAD_ROW, ROW, useGridWindow } from "./use-grid-window";

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
export function PlanGrid(props: GridProps) {
  const { label, corner, columns, rows, names, cellOf, deeds, nowColumn, ...to } = props;
  const t = useTranslations("plan.desk");
  const keys = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { active, setActive, move } = useGridFocus(frame, {
    ...{ rows: rows.length, columns: columns.length, startColumn: nowColumn ?? 0 },
    ...to,
  });
  const { shownRows, shownColumns, head, cellWidth, width, height } = useGridWindow({
    ...{ frame, active, names },
    size: { rows: rows.length, columns: columns.length },
  });
  const edges = useEdges(frame, { width, height });
  useStartAt(frame, nowColumn === undefined ? 0 : (nowColumn - 1) * cellWidth);

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
  // By pointer or key: what is looked at while a talk is in hand says in the bar why it can't go there.
  const onPointerOver = (event: PointerEvent) => on(event, deeds.point);
  const onFocus = (event: FocusEvent) =>
    on(event, (row, column) => {
      if (row !== active.row || column !== active.column) setActive({ row, column });
      deeds.point(row, column);
    });
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
    <div className="stack gap-2">
      <div className="pgridbox" data-more={edges}>
        {/* biome-ignore lint/a11y/useSemanticElements: a table would need every row and column in the page */}
        <div
          ref={frame}
          className="pgrid"
          role="grid"
          aria-label={label}
          aria-describedby={keys}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          style={{
            scrollPadding: `${HEAD_ROW}px 0 0 ${head}px`,
            height: `min(70dvh, ${HEAD_ROW + height + SCROLLBAR}px)`,
          }}
          {...{ onClick, onKeyDown, onPointerOver, onFocus, onDragStart, onDragOver, onDrop }}
        >
          <GridHead {...{ corner, columns, shownColumns, head, cellWidth, width, nowColumn }} />
          {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
          <div className="pgrid__body" role="rowgroup" style={{ width, height }}>
            {shownRows.map((at) => {
              const row = rows[at];
              return row ? (
                <PlanRow
                  key={row.key}
                  {...{ row, at, cellOf, columns, head, cellWidth, nowColumn }}
                  shown={shownColumns.join()}
                  active={active.row === at ? active.column : undefined}
                  top={at * ROW}
                  isLow={rows.length > 3 && at >= rows.length - 2}
                />
              ) : null;
            })}
          </div>
        </div>
        <span className="pgrid__more pgrid__more--left" style={{ left: head }} aria-hidden="true" />
        <span className="pgrid__more pgrid__more--right" aria-hidden="true" />
        <span className="pgrid__more pgrid__more--top" style={{ top: HEAD_ROW }} aria-hidden="true" />
        <span className="pgrid__more pgrid__more--bottom" aria-hidden="true" />
      </div>
      <p id={keys} className="small muted pgrid__keys">
        {t("keys")}
      </p>
    </div>
  );
}

/** Begins where the day is, once: afterwards it is scrolled by those who read it. */
function useStartAt(frame: RefObject<HTMLDivElement | null>, left: number): void {
  const isThere = useRef(false);
  useLayoutEffect(() => {
    if (isThere.current || !frame.current) return;
    isThere.current = true;
    if (left > 0) frame.current.scrollLeft = left;
  }, [frame, left]);
}
