"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { MatrixPerson, UnplacedWish } from "@/domain/matchmaking/labels";
import { withoutTalk } from "./matrix-index";
import type { PlanViewProps } from "./plan-view-props";
import { UnplacedBrowser } from "./unplaced-browser";
import { VirtualList } from "./virtual-list";

type WithoutTalksProps = PlanViewProps & {
  people: readonly MatrixPerson[];
  path: string;
  /** Leads to somebody's row. */
  showDay: (person: MatrixPerson) => void;
};

/** Whoever has no talk yet, and which wishes found no place. */
export function WithoutTalks(props: WithoutTalksProps) {
  const { matrix, index, people, words, path, showDay } = props;
  const t = useTranslations("plan.desk");
  const alone = useMemo(() => withoutTalk(people, index), [people, index]);
  const shown = useMemo(() => new Set(people.map(({ id }) => id)), [people]);
  const unplaced = matrix.unplaced.filter(({ a, b }) => shown.has(a) || shown.has(b));
  const wishes = useMemo(() => wishesByPerson(matrix.unplaced), [matrix.unplaced]);
  return (
    <div className="stack gap-5">
      <section className="stack gap-3">
        <h2 className="text-lg">{t("withoutTitle", { count: alone.length })}</h2>
        {alone.length === 0 ? (
          <Empty
            icon={people.length === 0 ? "search" : "check-circle"}
            title={t(people.length === 0 ? "nobodyFound" : "nobodyWithout")}
          />
        ) : (
          <VirtualList
            label={t("withoutTitle", { count: alone.length })}
            count={alone.length}
            keyOf={(at) => alone[at]?.id ?? String(at)}
          >
            {(at) => {
              const person = alone[at];
              return person ? (
                <Alone {...{ person, matrix, index, showDay }} wishes={wishes.get(person.id) ?? 0} />
              ) : null;
            }}
          </VirtualList>
        )}
      </section>
      {unplaced.length > 0 ? (
        <section className="stack gap-3">
          <h2 className="text-lg">{t("unplacedTitle", { count: unplaced.length })}</h2>
          <UnplacedBrowser {...{ unplaced }} nameOf={words.nameOf} file={{ eventId: matrix.eventId, path }} />
        </section>
      ) : null}
    </div>
  );
}

function wishesByPerson(unplaced: readonly UnplacedWish[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { a, b } of unplaced) for (const id of [a, b]) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

type AloneProps = Pick<WithoutTalksProps, "matrix" | "index" | "showDay"> & {
  person: MatrixPerson;
  wishes: number;
};

/** A person without talks: when they could, and how much is wished. */
function Alone({ person, matrix, index, wishes, showDay }: AloneProps) {
  const t = useTranslations("plan.desk");
  const open = matrix.slots.filter((_, slot) => !index.closedOf(person.id, slot)).length;
  return (
    <div className="pline">
      <span className="pline__who">
        <b>{person.name}</b>
        <small className="muted">{person.organisation}</small>
      </span>
      <small className="muted">{t("openSlots", { open, wishes })}</small>
      <Button
        size="sm"
        variant="quiet"
        aria-label={t("showDayOf", { name: person.name })}
        onClick={() => showDay(person)}
      >
        {t("showDay")}
      </Button>
    </div>
  );
}
