"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Select } from "@/components/ui/select";
import type { GridCell, GridProps } from "./grid-parts";

/** One row of a grid as a list of its day, for a phone: whose day it is, is chosen above it. */
export function PlanAgenda({ label, corner, columns, rows, cellOf, deeds, nowColumn, ...to }: GridProps) {
  const t = useTranslations("plan.desk");
  const [chosen, choose] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const found = rows.findIndex(({ key }) => key === chosen);
  const at = Math.max(found, 0);
  useArrival(list, to, (row) => choose(rows[row]?.key ?? ""));
  if (rows.length === 0) return <Empty icon="search" title={t("nobodyFound")} />;
  return (
    <div className="stack gap-3">
      <Select
        label={corner}
        name="planRow"
        value={rows[at]?.key ?? ""}
        onChange={(event) => choose(event.currentTarget.value)}
        options={rows.map(({ key, name, note, count }) => ({
          value: key,
          label: t("agendaRow", { name: note ? `${name}, ${note}` : name, count }),
        }))}
      />
      <ul ref={list} className="pagenda" aria-label={`${label}: ${rows[at]?.name ?? ""}`}>
        {columns.map(({ clock, day, beginsDay }, column) => {
          const cell = cellOf(at, column);
          const isNow = column === nowColumn;
          return (
            <li
              key={`${day} ${clock}`}
              className="pline"
              data-kind={cell.kind}
              data-column={column}
              tabIndex={-1}
              aria-current={isNow ? "time" : undefined}
            >
              <span className="pline__when">
                <b>{clock}</b> <small>{isNow ? t("now") : beginsDay && day}</small>
              </span>
              <span className="pline__what">
                {cell.content} <span>{wordsOf(cell, t("cell.free"))}</span>
              </span>
              <Deed cell={cell} onPress={() => deeds.pick(at, column)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** A talk is named also where it is in the way; elsewhere the reason alone is enough. */
function wordsOf({ kind, said, why }: GridCell, free: string): string {
  if (kind === "legal") return free;
  return kind === "talk" || kind === "source" ? said : (why ?? said);
}

/** What can be done with a line of the day: its talk is picked up, or the one in hand is put there. */
function Deed({ cell, onPress }: { cell: GridCell; onPress: () => void }) {
  const t = useTranslations("plan.desk");
  if (cell.kind === "legal") {
    return (
      <Button size="sm" variant="soft" aria-label={`${t("here")}: ${cell.spoken}`} onClick={onPress}>
        {t("here")}
      </Button>
    );
  }
  if (cell.kind !== "talk" && cell.kind !== "source") return null;
  return (
    <Button
      size="sm"
      aria-pressed={cell.kind === "source"}
      aria-label={`${t("select")}: ${cell.spoken}`}
      onClick={onPress}
    >
      {t("select")}
    </Button>
  );
}

/** Follows a talk to its line: shows the row that it is in, and gives its button the focus. */
function useArrival(
  list: RefObject<HTMLUListElement | null>,
  { arrived, landed }: Pick<GridProps, "arrived" | "landed">,
  showRow: (row: number) => void,
): void {
  const [row, column] = [arrived?.row, arrived?.column];
  const wanted = useRef<number>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is shown once for each talk that comes
  useEffect(() => {
    if (row === undefined || column === undefined) return;
    wanted.current = column;
    showRow(row);
    landed();
  }, [row, column]);
  useEffect(() => {
    if (wanted.current === undefined || row !== undefined) return;
    const line = list.current?.querySelector<HTMLElement>(`[data-column="${wanted.current}"]`);
    wanted.current = undefined;
    // A talk that was taken out leaves a line without anything to press.
    (line?.querySelector("button") ?? line)?.focus();
  });
}
