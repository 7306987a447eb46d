"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { Icon, type IconName } from "@/components/ui/icon";
import type { MatrixPerson, MatrixTalk } from "@/domain/matchmaking/labels";
import { liveDay, missingFrom, missingOf } from "./live-talks";
import type { PlanViewProps } from "./plan-view-props";

type LiveViewProps = PlanViewProps & {
  present: readonly string[] | undefined;
  people: readonly MatrixPerson[];
};

/** Names of standbys that fit on a screen; the others are a number. */
const STANDBYS = 12;

/** The states of the day: a sign and a word each, so that no colour is needed to tell them apart. */
const STATES = {
  running: { icon: "play", tone: "success" },
  waiting: { icon: "door", tone: "primary" },
  next: { icon: "clock", tone: "neutral" },
  missing: { icon: "alert", tone: "danger" },
  standby: { icon: "hand", tone: "warning" },
} as const satisfies Record<string, { icon: IconName; tone: BadgeTone }>;
type LiveState = keyof typeof STATES;

/** The talks of the moment: which run, which wait at an open door, who is missing, and who could step in. */
export function LiveView({ matrix, index, slots, words, now, present, people }: LiveViewProps) {
  const t = useTranslations("plan.desk");
  const at = now.getTime();
  const day = useMemo(() => liveDay(matrix, index, new Date(at)), [matrix, index, at]);
  const here = useMemo(() => (present ? new Set(present) : undefined), [present]);
  const shown = useMemo(() => new Set(people.map(({ id }) => id)), [people]);
  const slot = day.slot === undefined ? undefined : slots[day.slot];
  if (!slot) return <Empty icon="clock" title={t("live.over")} />;
  const among = (talks: readonly MatrixTalk[]) =>
    talks.filter((talk) => talk.people.some((id) => shown.has(id)));
  const open = [...day.running, ...day.waiting];
  const missing = (here ? missingOf(open, here) : []).filter((id) => shown.has(id));
  const standby = day.standby.filter(({ id }) => shown.has(id));
  const group = { words, here };
  return (
    <div className="stack gap-5">
      <div className="stack gap-2">
        <p className="strong">
          {t(day.isRunning ? "live.slotRuns" : "live.slotNext", { day: slot.day, clock: slot.clock })}
        </p>
        {here ? null : <p className="muted small">{t("live.presenceUnknown")}</p>}
        {day.isRunning && day.running.length === 0 ? <p className="muted">{t("live.nobodyTalks")}</p> : null}
      </div>
      <LiveGroup state="running" talks={among(day.running)} {...group} />
      <LiveGroup state="waiting" talks={among(day.waiting)} {...group} />
      {open.length > 0 ? (
        <People
          state="missing"
          names={missing.map(words.nameOf)}
          none={here ? t("live.nobodyMissing") : t("live.presenceUnknown")}
        />
      ) : null}
      <LiveGroup state="next" talks={among(day.next)} {...group} />
      <People
        state="standby"
        names={standby.slice(0, STANDBYS).map(({ name }) => name)}
        more={standby.length - STANDBYS}
        none={t("live.nobodyFree")}
      />
    </div>
  );
}

function Heading({ state, count }: { state: LiveState; count: number }) {
  const t = useTranslations("plan.desk.live");
  const { icon, tone } = STATES[state];
  return (
    <h2 className="text-lg row gap-2">
      <Icon name={icon} />
      {t(state)} <Badge tone={count === 0 ? "neutral" : tone}>{count}</Badge>
    </h2>
  );
}

type LiveGroupProps = {
  state: "running" | "waiting" | "next";
  talks: readonly MatrixTalk[];
  words: PlanViewProps["words"];
  here: ReadonlySet<string> | undefined;
};

/** Talks of one state; each says who of its people is there, and who is not. */
function LiveGroup({ state, talks, words, here }: LiveGroupProps) {
  const t = useTranslations("plan.desk");
  const places = useTranslations("plan.places");
  if (talks.length === 0) return null;
  return (
    <section className="stack gap-2">
      <Heading state={state} count={talks.length} />
      <ul className="pwishes">
        {talks.map((talk) => (
          <li key={talk.id} className="pline">
            <span className="pline__who">
              <b>{words.names(talk)}</b>
              <small className="muted">
                {talk.table === null ? places(talk.place) : t("table", { number: talk.table })}
              </small>
            </span>
            {here && state !== "next" ? <Presence {...{ talk, here, words }} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

type PresenceProps = { talk: MatrixTalk; here: ReadonlySet<string>; words: PlanViewProps["words"] };

/** „1 von 2 im Raum, es fehlt Ben Muster“. */
function Presence({ talk, here, words }: PresenceProps) {
  const t = useTranslations("plan.desk.live");
  if (talk.place === "table") return <span className="pline__why">{t("unseen")}</span>;
  const missing = missingFrom(talk, here);
  const count = { here: talk.people.length - missing.length, of: talk.people.length };
  return (
    <span className="pline__why">
      <Icon name={missing.length === 0 ? "check-circle" : "alert"} size="sm" /> {t("here", count)}
      {missing.length > 0 ? ` – ${t("lacks", { names: missing.map(words.nameOf).join(", ") })}` : null}
    </span>
  );
}

type PeopleProps = { state: "missing" | "standby"; names: readonly string[]; none: string; more?: number };

function People({ state, names, none, more = 0 }: PeopleProps) {
  const t = useTranslations("plan.desk.live");
  return (
    <section className="stack gap-2">
      <Heading state={state} count={names.length + Math.max(0, more)} />
      <p className="muted">
        {names.length === 0 ? none : names.join(", ")}
        {more > 0 ? ` ${t("more", { count: more })}` : null}
      </p>
    </section>
  );
}
