import type { eventRoles } from "@/db/schema/alliance-roles";
import type { eventNetworks, series, seriesNetworks, sessionSpeakers, speakers } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";
import type { CastKey } from "./data/cast";
import { comingEvents } from "./data/events/ahead";
import type { EventPlan } from "./data/events/event-plan";
import { pastEvents } from "./data/events/past";
import { todaysEvents } from "./data/events/today";
import { type EventRow, type SessionRow, sessionRows, statusAt } from "./makers/programme";
import type { Population } from "./population";
import { seedId } from "./random";
import { DAY, dayOf, later, startOf } from "./timetable";

export const eventPlans: readonly EventPlan[] = [...pastEvents, ...todaysEvents, ...comingEvents];

/** The days of the week, seen from today. */
const FIRST_DAY = -4;
const LAST_DAY = 5;

export function seriesRow(allianceId: Id<"alliance">, now: Date): typeof series.$inferInsert {
  const year = dayOf(now, 0).slice(0, 4);
  return {
    id: seedId("series", "clusterwoche"),
    allianceId,
    networkId: seedId("network", OWNER),
    slug: `clusterwoche-${year}`,
    title: `Clusterwoche ${year}`,
    titleEn: `Cluster Week ${year}`,
    summary:
      "Gemeinsam vom Labor in die Anwendung: Vorträge, Workshops und Gespräche unter vier Augen, eine Woche und etwas länger. Wählen Sie aus, was zu Ihnen passt. Alles ist online zu besuchen und kostenfrei.",
    summaryEn:
      "Together from the laboratory into use: talks, workshops and one-to-one conversations, for a week and a little longer. Choose what suits you. Everything can be joined online and free of charge.",
    startsOn: dayOf(now, FIRST_DAY),
    endsOn: dayOf(now, LAST_DAY),
    createdAt: new Date(now.getTime() - 60 * DAY),
  };
}

/** Whose office looks after the week. */
const OWNER = "sensoriknetz-oberland";

/** Every other network that has an event in it. */
export function seriesHosts(now: Date): (typeof seriesNetworks.$inferInsert)[] {
  const slugs = new Set(eventPlans.map(({ network }) => network));
  const acceptedAt = new Date(now.getTime() - 50 * DAY);
  return [...slugs]
    .filter((slug) => slug !== OWNER)
    .map((slug) => ({
      seriesId: seedId("series", "clusterwoche"),
      networkId: seedId("network", slug),
      acceptedAt,
      createdAt: acceptedAt,
    }));
}

export function eventRow(plan: EventPlan, now: Date): EventRow {
  const startsAt = startOf(plan.when, now);
  const endsAt = later(
    startsAt,
    plan.agenda.reduce((sum, item) => sum + item.minutes, 0),
  );
  return {
    id: seedId("event", plan.slug),
    networkId: seedId("network", plan.network),
    seriesId: seedId("series", "clusterwoche"),
    slug: plan.slug,
    kind: plan.kind,
    mode: plan.mode,
    status: statusAt({ startsAt, endsAt }, now),
    title: plan.title,
    summary: plan.summary,
    description: plan.description,
    language: plan.language ?? "de",
    topics: [...plan.topics],
    startsAt,
    endsAt,
    membersOnly: plan.membersOnly ?? false,
    place: plan.place ?? null,
    publishedAt: new Date(now.getTime() - 21 * DAY),
    createdAt: new Date(now.getTime() - 30 * DAY),
  };
}

export type ProgrammeRows = {
  eventNetworks: (typeof eventNetworks.$inferInsert)[];
  eventRoles: (typeof eventRoles.$inferInsert)[];
  sessions: SessionRow[];
  speakers: (typeof speakers.$inferInsert & { id: Id<"speaker"> })[];
  sessionSpeakers: (typeof sessionSpeakers.$inferInsert)[];
};

const speakerId = (plan: EventPlan, key: CastKey) => seedId("speaker", `${plan.slug}:${key}`);

/** Agenda, speakers, hosts and roles of one event. Whoever speaks may also enter as a speaker. */
export function programmeOf(plan: EventPlan, event: EventRow, population: Population): ProgrammeRows {
  const speaking = [...new Set(plan.agenda.flatMap((item) => item.speakers ?? []))];
  const cohosts = new Set(plan.cohosts ?? []);
  const role = (key: CastKey, name: "cohost" | "speaker") => ({
    eventId: event.id,
    personId: population.named(key).id,
    role: name,
  });
  const items = plan.agenda.map((item, index) => ({
    ...item,
    id: seedId("session", `${plan.slug}:${index}`),
  }));
  const sessions = sessionRows(
    event,
    items.map(({ id, title, kind, minutes }) => ({ id, title, kind, minutes })),
  );
  return {
    eventNetworks: (plan.coHosts ?? []).map(({ network, hasAccess = false }) => ({
      eventId: event.id,
      networkId: seedId("network", network),
      shown: true,
      hasAccess,
    })),
    eventRoles: [
      ...[...cohosts].map((key) => role(key, "cohost")),
      ...speaking.filter((key) => !cohosts.has(key)).map((key) => role(key, "speaker")),
    ],
    sessions,
    speakers: speaking.map((key, position) => {
      const { id: personId, name, organisation } = population.named(key);
      return { id: speakerId(plan, key), eventId: event.id, personId, name, organisation, position };
    }),
    sessionSpeakers: sessions.flatMap(({ id, startsAt, endsAt }) =>
      (items.find((item) => item.id === id)?.speakers ?? []).map((key) => ({
        ...{ sessionId: id, startsAt, endsAt },
        speakerId: speakerId(plan, key),
      })),
    ),
  };
}
