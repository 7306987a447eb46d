"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import type { MatrixPerson, MatrixTalk } from "@/domain/matchmaking/labels";
import { liveDay, missingOf } from "./live-talks";
import type { PlanViewProps } from "./plan-view-props";

type LiveViewProps = PlanViewProps & {
  now: string;
  present: readonly string[] | undefined;
  people: readonly MatrixPerson[];
};

/** Names of standbys that fit on a screen; the others are a number. */
const STANDBYS = 12;

/** The talks of the moment: which run, which wait at an open door, who is missing, and who could step in. */
export function LiveView({ matrix, index, slots, words, now, present, people }: LiveViewProps) {
  const t = useTranslations("plan.desk");
  const day = useMemo(() => liveDay(matrix, index, new Date(now)), [matrix, index, now]);
  const here = useMemo(() => (present ? new Set(present) : undefined), [present]);
  const shown = useMemo(() => new Set(people.map(({ id }) => id)), [people]);
  const slot = day.slot === undefined ? undefined : slots[day.slot];
  if (!slot) return <Empty icon="clock" title={t("live.over")} />;
  const among = (talks: readonly MatrixTalk[]) =>
    talks.filter((talk) => talk.people.some((id) => shown.has(id)));
  const missing = here ? missingOf([...day.running, ...day.waiting], here) : [];
  const standby = day.standby.filter(({ id }) => shown.has(id));
  const group = { words, here };
  return (
    <div className="stack gap-5">
      <p className="row gap-3">
        <b>{t(day.isRunning ? "live.slotRuns" : "live.slotNext", { day: slot.day, clock: slot.clock })}</b>
        {here ? null : <span className="muted small">{t("live.presenceUnknown")}</span>}
      </p>
      <LiveGroup title={t("live.running")} tone="success" talks={among(day.running)} {...group} />
      <LiveGroup title={t("live.waiting")} tone="primary" talks={among(day.waiting)} {...group} />
      <LiveGroup title={t("live.next")} tone="neutral" talks={among(day.next)} {...group} />
      {day.running.length + day.waiting.length > 0 ? (
        <People
          title={t("live.missing")}
          tone="danger"
          names={missing.filter((id) => shown.has(id)).map(words.nameOf)}
          none={here ? t("live.nobodyMissing") : t("live.presenceUnknown")}
        />
      ) : null}
      <People
        title={t("live.standby")}
        tone="warning"
        names={standby.slice(0, STANDBYS).map(({ name }) => name)}
        more={standby.length - STANDBYS}
        none={t("live.nobodyFree")}
      />
    </div>
  );
}

type LiveGroupProps = {
  title: string;
  tone: BadgeTone;
  talks: readonly MatrixTalk[];
  words: PlanViewProps["words"];
  here: ReadonlySet<string> | undefined;
};

/** Talks of one state; each says who of its people is there. */
function LiveGroup({ title, tone, talks, words, here }: LiveGroupProps) {
  const t = useTranslations("plan.desk");
  const places = useTranslations("plan.places");
  if (talks.length === 0) return null;
  return (
    <section className="stack gap-2">
      <h2 className="text-lg row gap-2">
        {title} <Badge tone={tone}>{talks.length}</Badge>
      </h2>
      <ul className="pwishes">
        {talks.map((talk) => (
          <li key={talk.id} className="pline">
            <span className="pline__who">
              <b>{words.names(talk)}</b>
              <small className="muted">
                {talk.table === null ? places(talk.place) : t("table", { number: talk.table })}
              </small>
            </span>
            {here && talk.place !== "table" ? (
              <span className="pline__why">
                {t("live.here", {
                  here: talk.people.filter((id) => here.has(id)).length,
                  of: talk.people.length,
                })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

type PeopleProps = {
  title: string;
  tone: BadgeTone;
  names: readonly string[];
  none: string;
  more?: number;
};

function People({ title, tone, names, none, more = 0 }: PeopleProps) {
  const t = useTranslations("plan.desk");
  const all = names.length + Math.max(0, more);
  return (
    <section className="stack gap-2">
      <h2 className="text-lg row gap-2">
        {title} <Badge tone={all === 0 ? "neutral" : tone}>{all}</Badge>
      </h2>
      <p className="muted">
        {names.length === 0 ? none : names.join(", ")}
        {more > 0 ? ` ${t("live.more", { count: more })}` : null}
      </p>
    </section>
  );
}
