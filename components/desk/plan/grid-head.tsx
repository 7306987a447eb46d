"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import type { SlotWords } from "./matrix-words";
import { HEAD_ROW } from "./use-grid-window";

type GridHeadProps = {
  corner: string;
  columns: readonly SlotWords[];
  shownColumns: readonly number[];
  head: number;
  cellWidth: number;
  width: number;
  nowColumn: number | undefined;
};

/** The times above a grid; the slot that runs says so in a word. */
export function GridHead(props: GridHeadProps) {
  const { corner, columns, shownColumns, head, cellWidth, width, nowColumn } = props;
  const t = useTranslations("plan.desk");
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the cells of a grid take the focus
    <div className="pgrid__head" role="row" aria-rowindex={1} style={{ width, height: HEAD_ROW }}>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see the row */}
      <div className="pgrid__corner" role="columnheader" aria-colindex={1} style={{ width: head }}>
        {corner}
      </div>
      {shownColumns.map((column) => {
        const slot = columns[column];
        const isNow = column === nowColumn;
        const above = isNow ? t("now") : slot?.beginsDay && slot.day;
        return slot ? (
          // biome-ignore lint/a11y/useSemanticElements: see the grid
          // biome-ignore lint/a11y/useFocusableInteractive: see the row
          <div
            key={column}
            role="columnheader"
            aria-colindex={column + 2}
            aria-current={isNow ? "time" : undefined}
            className={classNames("pgrid__slot", slot.followsGap && "is-gap", isNow && "is-now")}
            style={{ left: head + column * cellWidth, width: cellWidth }}
          >
            {above ? <small>{above}</small> : null}
            {slot.clock}
          </div>
        ) : null;
      })}
    </div>
  );
}
