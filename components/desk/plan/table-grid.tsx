"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { Empty } from "@/components/ui/empty";
import { useCellParts } from "./cell-parts";
import { PlanGrid } from "./plan-grid";
import type { CellOf, GridCell, GridRow } from "./plan-row";
import type { PlanViewProps } from "./plan-view-props";
import { useGridDeeds } from "./use-grid-deeds";

/** The tables on site: which pair sits at which table when. */
export function TableGrid(props: PlanViewProps) {
  const { board, index, slots, moves } = props;
  const t = useTranslations("plan.desk");
  const cellOf = useTableCells(props);
  const sitsAtTable = moves !== undefined && moves.talk.place !== "online";
  const rows = useMemo(() => {
    const counts = new Map<number, number>();
    for (const { table, slot, state } of board.talks)
      if (table !== null && slot !== null && state !== "cancelled")
        counts.set(table, (counts.get(table) ?? 0) + 1);
    return Array.from({ length: board.tables }, (_, at): GridRow => {
      const name = t("table", { number: at + 1 });
      return { key: name, name, note: "", count: counts.get(at + 1) ?? 0, isMarked: false };
    });
  }, [board, t]);
  const deeds = useGridDeeds(props, {
    cellOf,
    talkAt: (row, slot) => index.talkAt(row + 1, slot),
    targetAt: (row, slot) => (sitsAtTable ? { slot, table: row + 1 } : undefined),
  });
  if (board.tables === 0) return <Empty icon="map-pin" title={t("noTables")} />;
  return (
    <PlanGrid label={t("view.tables")} corner={t("tableHead")} columns={slots} {...{ rows, cellOf, deeds }} />
  );
}

/** What each cell of the grid shows and says. */
function useTableCells({ index, slots, moves, words }: PlanViewProps): CellOf {
  const t = useTranslations("plan.desk");
  const { taken, free, target } = useCellParts({ moves });
  return useCallback(
    (row, slot): GridCell => {
      const place = { name: t("table", { number: row + 1 }), clock: slots[slot]?.clock ?? "" };
      const talk = index.talkAt(row + 1, slot);
      if (talk)
        return taken(place, { talk, partners: words.names(talk), initials: words.initials(talk, undefined) });
      return moves && moves.talk.place !== "online"
        ? target(place, moves.refusalAt(slot, row + 1))
        : free(place);
    },
    [slots, index, moves, words, t, taken, free, target],
  );
}
