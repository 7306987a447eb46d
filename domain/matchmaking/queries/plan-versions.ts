import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { meetingPlans, planVersions } from "@/db/schema/matchmaking-plans";
import { talkChanges } from "@/db/schema/matchmaking-talks";
import { people } from "@/db/schema/people";
import { registrations } from "@/db/schema/registration";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import type { Span } from "../rules";
import { standingAt } from "../rules/versions";

type EventId = Id<"event">;
type PersonId = Id<"person">;
type MeetingId = Id<"meeting">;

/** A plan that was published, and what that changed for people. */
export type PlanVersion = Pick<
  typeof planVersions.$inferSelect,
  "version" | "publishedAt" | "added" | "moved" | "removed" | "mails"
> & {
  /** Who published it; null where nobody of that name is held any more. */
  by: string | null;
};
export type VersionTalk = Span & { people: { name: string; organisation: string }[] };

/** Who published which version, as the audit has it: publishing writes both in one transaction, at one moment. */
const publisher = and(
  eq(auditEntries.at, planVersions.publishedAt),
  eq(auditEntries.command, "publish-plan"),
  eq(auditEntries.eventId, planVersions.eventId),
  eq(auditEntries.outcome, "ok"),
);

/** The plans of an event that were published, the youngest first, for whoever plans its talks; undefined for others. */
export async function listPlanVersions(viewer: Actor, eventId: EventId): Promise<PlanVersion[] | undefined> {
  const event = await eventScope(db(), eventId);
  if (!event || !can(viewer, "plan.make", { networkId: event.networkId, eventId })) return undefined;
  const { version, publishedAt, added, moved, removed, mails } = planVersions;
  return db()
    .select({ version, publishedAt, added, moved, removed, mails, by: people.name })
    .from(planVersions)
    .leftJoin(auditEntries, publisher)
    .leftJoin(people, sql`${people.id} = ${auditEntries.actorId}`)
    .where(eq(planVersions.eventId, eventId))
    .orderBy(desc(version));
}

/** Talks that plans of the event ever made, also those that are called off by now. */
async function everPlanned(eventId: EventId) {
  const rows = await db()
    .select({ meeting: meetings, personId: meetingPeople.personId })
    .from(meetings)
    .innerJoin(meetingPlans, eq(meetingPlans.meetingId, meetings.id))
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .where(eq(meetings.eventId, eventId))
    .orderBy(asc(meetings.id), asc(meetingPeople.personId));
  return [...Map.groupBy(rows, ({ meeting }) => meeting.id).values()];
}

async function changesIn(eventId: EventId) {
  const rows = await db()
    .select({ change: talkChanges })
    .from(talkChanges)
    .innerJoin(meetings, eq(meetings.id, talkChanges.meetingId))
    .where(eq(meetings.eventId, eventId))
    .orderBy(asc(talkChanges.at), asc(talkChanges.sequence));
  const all = rows.map(({ change: { meetingId, kind, at, fromStartsAt, fromEndsAt } }) => ({
    ...{ meetingId, kind, at },
    from: { startsAt: fromStartsAt, endsAt: fromEndsAt },
  }));
  return Map.groupBy(all, ({ meetingId }): MeetingId => meetingId);
}

/** Names as the event's registrations have them, for whoever has one, and as the people have them. */
async function namesOf(eventId: EventId, ids: readonly PersonId[]) {
  if (ids.length === 0) return new Map<PersonId, { name: string; organisation: string }>();
  const rows = await db()
    .select({
      id: people.id,
      name: sql<string>`coalesce(${registrations.name}, ${people.name})`,
      organisation: sql<string>`coalesce(${registrations.organisation}, '')`,
    })
    .from(people)
    .leftJoin(registrations, and(eq(registrations.personId, people.id), eq(registrations.eventId, eventId)))
    .where(inArray(people.id, [...ids]));
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

/**
 * The talks of a plan as they stood when that version was published, earliest first: what plans had made by then, with every move and
 * end up to that moment and none after it. Undefined for who may not plan, and for a version that there never was.
 */
export async function planVersion(
  viewer: Actor,
  { eventId, version }: { eventId: EventId; version: number },
): Promise<(PlanVersion & { talks: VersionTalk[] }) | undefined> {
  const known = (await listPlanVersions(viewer, eventId))?.find((one) => one.version === version);
  if (!known) return undefined;
  const changes = await changesIn(eventId);
  const stood = (await everPlanned(eventId)).flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const { id, createdAt, startsAt, endsAt } = first.meeting;
    const history = { createdAt, now: { startsAt, endsAt }, changes: changes.get(id) ?? [] };
    const span = standingAt(history, known.publishedAt);
    return span ? [{ ...span, ids: rows.map(({ personId }) => personId) }] : [];
  });
  const names = await namesOf(eventId, [...new Set(stood.flatMap(({ ids }) => ids))]);
  const talks = stood.map(({ ids, ...span }) => ({
    ...span,
    people: ids.flatMap((id) => names.get(id) ?? []),
  }));
  return { ...known, talks: talks.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()) };
}
