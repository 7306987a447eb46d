"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { MatrixPerson, MatrixTalk } from "@/domain/matchmaking/labels";
import { talksOf } from "./matrix-index";
import type { PlanViewProps } from "./plan-view-props";
import { TalkMark } from "./talk-mark";
import { VirtualList } from "./virtual-list";

/** Every talk of the plan, one below the other in the order of the day. */
export function TalkList(props: PlanViewProps & { people: readonly MatrixPerson[] }) {
  const { matrix, people } = props;
  const t = useTranslations("plan.desk");
  const talks = useMemo(() => talksOf(matrix, people), [matrix, people]);
  if (talks.length === 0) return <Empty icon="talk" title={t("noTalks")} />;
  return (
    <VirtualList label={t("view.list")} count={talks.length} keyOf={(at) => talks[at]?.id ?? String(at)}>
      {(at) => {
        const talk = talks[at];
        return talk ? <TalkLine {...props} talk={talk} /> : null;
      }}
    </VirtualList>
  );
}

/** „09:20 · Ada Beispiel × Ben Muster · Tisch 4“. */
function TalkLine({ talk, slots, words, moves, select }: PlanViewProps & { talk: MatrixTalk }) {
  const t = useTranslations("plan.desk");
  const places = useTranslations("plan.places");
  const slot = talk.slot === null ? undefined : slots[talk.slot];
  const isSelected = moves?.talk.id === talk.id;
  const names = words.names(talk);
  return (
    <div className="pline" data-selected={isSelected}>
      <span className="pline__when">
        {slot ? (
          <>
            <b>{slot.clock}</b> <small>{slot.day}</small>
          </>
        ) : (
          t("withoutTime")
        )}
      </span>
      <span className="pline__who">
        <b>{names}</b>
        <small className="muted">
          {talk.table === null ? places(talk.place) : t("table", { number: talk.table })}
        </small>
      </span>
      <span className="pline__state">
        <TalkMark talk={talk} />
        <small>
          {t(`state.${talk.state}`)}
          {talk.locked ? `, ${t("locked")}` : null}
        </small>
      </span>
      {talk.state === "cancelled" ? null : (
        <Button
          size="sm"
          aria-pressed={isSelected}
          aria-label={t("selectTalk", { names })}
          onClick={() => select(isSelected ? undefined : talk.id)}
        >
          {t("select")}
        </Button>
      )}
    </div>
  );
}
