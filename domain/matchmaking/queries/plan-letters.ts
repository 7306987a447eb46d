import "server-only";
import { and, asc, eq, gte, max } from "drizzle-orm";
import { db } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { meetingPlans, planVersions } from "@/db/schema/matchmaking-plans";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { type Correspondent, correspondents, type TalkCorrespondence } from "./correspondence";

export type PlanLetter = {
  me: Correspondent;
  event: EventScope;
  /** Earliest first. */
  talks: { talk: TalkCorrespondence; partner: Correspondent }[];
};

/** The version of the plan that an event's people know; undefined before the first. */
export async function lastVersion(eventId: Id<"event">): Promise<number | undefined> {
  const [row] = await db()
    .select({ version: max(planVersions.version) })
    .from(planVersions)
    .where(eq(planVersions.eventId, eventId));
  return row?.version ?? undefined;
}

/** Talks that plans brought, from this version on, as far as they still stand; a talk is as old as the version that made it. */
const talksSince = (eventId: Id<"event">, version: number) =>
  db()
    .select({ meeting: meetings, personId: meetingPeople.personId, version: planVersions.version })
    .from(meetings)
    .innerJoin(meetingPlans, eq(meetingPlans.meetingId, meetings.id))
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .innerJoin(
      planVersions,
      and(eq(planVersions.eventId, meetings.eventId), eq(planVersions.publishedAt, meetings.createdAt)),
    )
    .where(
      and(eq(meetings.eventId, eventId), eq(meetings.status, "accepted"), gte(planVersions.version, version)),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id));

/** Whether a plan brought this talk, in this version or a later one. */
export async function isOfPlanSince(
  { id, eventId, createdAt }: typeof meetings.$inferSelect,
  version: number,
): Promise<boolean> {
  const rows = await db()
    .select({ id: meetingPlans.meetingId })
    .from(meetingPlans)
    .innerJoin(
      planVersions,
      and(
        eq(planVersions.eventId, eventId),
        eq(planVersions.publishedAt, createdAt),
        gte(planVersions.version, version),
      ),
    )
    .where(eq(meetingPlans.meetingId, id));
  return rows.length > 0;
}

type Untold = {
  /** The oldest version of which anybody has to hear. */
  from: number;
  /** Whether this one has to hear what this version brought. */
  of: (registrationId: Id<"registration">, version: number) => boolean;
};

/** By person all the talks that plans brought and they have not heard of. For jobs, which act as the system. */
export async function planLetters(eventId: Id<"event">, untold: Untold): Promise<PlanLetter[]> {
  const event = await eventScope(db(), eventId);
  if (!event) return [];
  const rows = await talksSince(eventId, untold.from);
  const personIds = [...new Set(rows.map(({ personId }) => personId))];
  if (personIds.length === 0) return [];
  const known = new Map((await correspondents(db(), eventId, personIds)).map((one) => [one.personId, one]));
  const letters = new Map<Id<"person">, PlanLetter>();
  for (const group of Map.groupBy(rows, ({ meeting }) => meeting.id).values()) {
    const people = group.flatMap(({ personId }) => known.get(personId) ?? []);
    const [first] = group;
    if (!first) continue;
    for (const me of people) {
      const partner = people.find((one) => one !== me);
      if (!partner || !untold.of(me.registrationId, first.version)) continue;
      const letter = letters.get(me.personId) ?? { me, event, talks: [] };
      letter.talks.push({ talk: { meeting: first.meeting, event, people }, partner });
      letters.set(me.personId, letter);
    }
  }
  return [...letters.values()];
}
