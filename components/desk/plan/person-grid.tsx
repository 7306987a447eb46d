"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import type { MatrixPerson } from "@/domain/matchmaking/labels";
import { useCellParts } from "./cell-parts";
import { PlanGrid } from "./plan-grid";
import type { CellOf, GridCell, GridRow } from "./plan-row";
import type { PlanViewProps } from "./plan-view-props";
import { useGridDeeds } from "./use-grid-deeds";

type PersonGridProps = PlanViewProps & { people: readonly MatrixPerson[] };

/** Everybody's day: a row per person, a column per slot. */
export function PersonGrid(props: PersonGridProps) {
  const { index, slots, moves, people } = props;
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
  const deeds = useGridDeeds(props, {
    cellOf,
    talkAt: (row, slot) => index.talkOf(people[row]?.id ?? "", slot),
    targetAt: (row, slot) => (moves?.talk.people.includes(people[row]?.id ?? "") ? { slot } : undefined),
  });
  return (
    <PlanGrid label={t("view.people")} corner={t("person")} columns={slots} {...{ rows, cellOf, deeds }} />
  );
}

/** What each cell of the grid shows and says. */
function usePersonCells({ index, slots, moves, words, people }: PersonGridProps): CellOf {
  const t = useTranslations("plan.desk");
  const { taken, free, target, dropped } = useCellParts({ moves });
  return useCallback(
    (row, slot): GridCell => {
      const person = people[row];
      const place = { name: person?.name ?? "", clock: slots[slot]?.clock ?? "" };
      if (!person) return free(place);
      const talk = index.talkOf(person.id, slot);
      if (talk) {
        const [partners, initials] = [words.partners(talk, person.id), words.initials(talk, person.id)];
        return taken(place, { talk, partners, initials });
      }
      const closed = index.closedOf(person.id, slot);
      if (closed)
        return { kind: "closed", spoken: t(`cell.${closed}`, place), content: <span aria-hidden>–</span> };
      if (moves?.talk.people.includes(person.id)) return target(place, moves.refusals[slot]);
      const gone = index.droppedOf(person.id, slot);
      return gone ? dropped(place, gone, words.partners(gone, person.id)) : free(place);
    },
    [people, slots, index, moves, words, t, taken, free, target, dropped],
  );
}
