"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import type { MatrixPerson, MatrixTalk } from "@/domain/matchmaking/labels";
import { runningSlot } from "./live-talks";
import { talksOf } from "./matrix-index";
import type { PlanViewProps } from "./plan-view-props";
import { TalkMark } from "./talk-mark";
import { talkLine } from "./talk-place";
import { VirtualList } from "./virtual-list";

const ALL = "";

/** Every talk of the plan, one below the other in the order of the day; or those of one slot. */
export function TalkList(props: PlanViewProps & { people: readonly MatrixPerson[] }) {
  const { matrix, people, slots, arrival, landed } = props;
  const t = useTranslations("plan.desk");
  const [chosen, choose] = useState<string>(ALL);
  const all = useMemo(() => talksOf(matrix, people), [matrix, people]);
  const talks = useMemo(
    () => (chosen === ALL ? all : all.filter(({ slot }) => String(slot) === chosen)),
    [all, chosen],
  );
  if (all.length === 0)
    return <Empty icon="talk" title={t(people.length === 0 ? "nobodyFound" : "noTalks")} />;
  const now = runningSlot(matrix.slots, props.now);
  const countIn = (at: number) => all.filter(({ slot }) => slot === at).length;
  return (
    <div className="stack gap-3">
      <div className="plan__pick">
        <Select
          small
          label={t("slotChoice")}
          name="planSlot"
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
          options={[
            { value: ALL, label: t("allSlots", { count: all.length }) },
            ...slots.map(({ day, clock }, at) => ({
              value: String(at),
              label: t(at === now ? "slotNow" : "slotOf", { day, clock, count: countIn(at) }),
            })),
          ]}
        />
      </div>
      {talks.length === 0 ? <Empty icon="clock" title={t("noneThen")} /> : null}
      {talks.length > 0 ? (
        <VirtualList
          label={t("view.list")}
          count={talks.length}
          keyOf={(at) => talks[at]?.id ?? String(at)}
          arrived={talkLine(arrival, talks)}
          landed={landed}
        >
          {(at) => {
            const talk = talks[at];
            return talk ? <TalkLine {...props} talk={talk} /> : null;
          }}
        </VirtualList>
      ) : null}
    </div>
  );
}

/** „09:20 · Ada Beispiel × Ben Muster · Tisch 4“. */
function TalkLine({ talk, slots, words, moves, select }: PlanViewProps & { talk: MatrixTalk }) {
  const t = useTranslations("plan.desk");
  const places = useTranslations("plan.places");
  const slot = talk.slot === null ? undefined : slots[talk.slot];
  const isSelected = moves?.talk.id === talk.id;
  const names = words.names(talk);
  const { id, people } = talk;
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
        {talk.unwanted ? (
          <small className="pline__unwanted">
            <Icon name="alert" size="sm" /> {t("unwanted")}
          </small>
        ) : null}
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
          onClick={() => select(isSelected ? undefined : { id, people, slot: talk.slot, toBar: true })}
        >
          {t("select")}
        </Button>
      )}
    </div>
  );
}
