"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { Empty } from "@/components/ui/empty";
import type { MatrixPerson } from "@/domain/matchmaking/labels";
import { useCellParts } from "./cell-parts";
import type { CellOf, GridCell, GridProps, GridRow } from "./grid-parts";
import { runningSlot } from "./live-talks";
import { tablesOf } from "./matrix-index";
import { PlanAgenda } from "./plan-agenda";
import { PlanGrid } from "./plan-grid";
import type { PlanViewProps } from "./plan-view-props";
import { tableCell } from "./talk-place";
import { useGridDeeds } from "./use-grid-deeds";

type TableGridProps = PlanViewProps & { people: readonly MatrixPerson[] };
type Tables = ReturnType<typeof tablesOf>;

/** The tables on site: which pair sits at which table when. A search leaves those at which somebody sits who was found. */
export function TableGrid(props: TableGridProps) {
  const { matrix, index, slots, moves, people, now, arrival, landed } = props;
  const t = useTranslations("plan.desk");
  const tables = useMemo(() => tablesOf(matrix, people), [matrix, people]);
  const cellOf = useTableCells(props, tables);
  const sitsAtTable = moves !== undefined && moves.talk.place !== "online";
  const rows = useMemo(
    () =>
      tables.map(({ number, count }): GridRow => {
        const name = t("table", { number });
        return { key: name, name, note: "", count, isMarked: false };
      }),
    [tables, t],
  );
  const numberOf = (row: number) => tables[row]?.number ?? 0;
  const deeds = useGridDeeds(props, {
    ...{ cellOf, elsewhere: t("onlineTalk") },
    keyAt: (row) => rows[row]?.key ?? "",
    talkAt: (row, slot) => index.talkAt(numberOf(row), slot),
    targetAt: (row, slot) => (sitsAtTable ? { slot, table: numberOf(row) } : undefined),
  });
  if (matrix.tables === 0) return <Empty icon="map-pin" title={t("noTables")} />;
  const grid: GridProps = {
    ...{ label: t("view.tables"), corner: t("tableHead"), columns: slots, rows, cellOf, deeds, landed },
    ...{ names: "two", nowColumn: runningSlot(matrix.slots, now) },
    arrived: tableCell(arrival, index, tables),
  };
  return props.isNarrow ? <PlanAgenda {...grid} /> : <PlanGrid {...grid} />;
}

/** What each cell of the grid shows and says. */
function useTableCells({ index, slots, moves, words }: PlanViewProps, tables: Tables): CellOf {
  const t = useTranslations("plan.desk");
  const { taken, free, target } = useCellParts({ moves });
  return useCallback(
    (row, slot): GridCell => {
      const number = tables[row]?.number ?? 0;
      const place = { name: t("table", { number }), clock: slots[slot]?.clock ?? "" };
      const atTable = moves && moves.talk.place !== "online" ? moves : undefined;
      const talk = index.talkAt(number, slot);
      const refusal = atTable?.refusalAt(slot, number);
      if (talk) {
        const [partners, initials] = [words.names(talk), words.initials(talk, undefined)];
        return taken(place, { talk, partners, initials }, refusal);
      }
      return atTable ? target(place, refusal) : free(place);
    },
    [tables, slots, index, moves, words, t, taken, free, target],
  );
}
