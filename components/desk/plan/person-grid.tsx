"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import type { MatrixPerson } from "@/domain/matchmaking/labels";
import { useCellParts } from "./cell-parts";
import type { CellOf, GridCell, GridProps, GridRow } from "./grid-parts";
import { runningSlot } from "./live-talks";
import { PlanAgenda } from "./plan-agenda";
import { PlanGrid } from "./plan-grid";
import type { PlanViewProps } from "./plan-view-props";
import { personCell } from "./talk-place";
import { useGridDeeds } from "./use-grid-deeds";

type PersonGridProps = PlanViewProps & { people: readonly MatrixPerson[] };

/** Everybody's day: a row per person, a column per slot. */
export function PersonGrid(props: PersonGridProps) {
  const { matrix, index, slots, moves, people, now, arrival, landed } = props;
  const t = useTranslations("plan.desk");
  const cellOf = usePersonCells(props);
  const rows = useMemo(
    () =>
      people.map(
        ({ id, name, organisation }): GridRow => ({
          ...{ key: id, name, note: organisation, count: index.countOf(id) },
          isMarked: moves?.talk.people.includes(id) ?? false,
        }),
      ),
    [people, index, moves],
  );
  const keyAt = (row: number) => people[row]?.id ?? "";
  const deeds = useGridDeeds(props, {
    ...{ cellOf, keyAt, elsewhere: t("otherRow") },
    talkAt: (row, slot) => index.talkOf(keyAt(row), slot),
    targetAt: (row, slot) => (moves?.talk.people.includes(keyAt(row)) ? { slot } : undefined),
  });
  const grid: GridProps = {
    ...{ label: t("view.people"), corner: t("person"), columns: slots, rows, cellOf, deeds, landed },
    ...{ names: "one", nowColumn: runningSlot(matrix.slots, now) },
    arrived: personCell(arrival, index, people),
  };
  return props.isNarrow ? <PlanAgenda {...grid} /> : <PlanGrid {...grid} />;
}

/** What each cell of the grid shows and says. */
function usePersonCells({ index, slots, moves, words, people }: PersonGridProps): CellOf {
  const { taken, free, closed, target, dropped } = useCellParts({ moves });
  return useCallback(
    (row, slot): GridCell => {
      const person = people[row];
      const place = { name: person?.name ?? "", clock: slots[slot]?.clock ?? "" };
      if (!person) return free(place);
      const refusals = moves?.talk.people.includes(person.id) ? moves.refusals : undefined;
      const talk = index.talkOf(person.id, slot);
      if (talk) {
        const [partners, initials] = [words.partners(talk, person.id), words.initials(talk, person.id)];
        return taken(place, { talk, partners, initials }, refusals?.[slot]);
      }
      const because = index.closedOf(person.id, slot);
      if (because) return closed(place, because, refusals?.[slot]);
      if (refusals) return target(place, refusals[slot]);
      const gone = index.droppedOf(person.id, slot);
      return gone ? dropped(place, gone, words.partners(gone, person.id)) : free(place);
    },
    [people, slots, index, moves, words, taken, free, closed, target, dropped],
  );
}
