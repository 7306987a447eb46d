import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventNetworks, events, series, sessionSpeakers, sessions, speakers } from "@/db/schema/programme";
import { type Id, newId } from "@/lib/ids";
import { isWithinSeries, openingBefore } from "../rules";
import { daysLater, intoCopy } from "../rules/moving";

type Row = typeof events.$inferSelect;
type Original = Awaited<ReturnType<typeof originalOf>>;

/** Everything of the programme that a copy of this event takes over. The caller holds the event's lock. */
export async function originalOf(tx: Transaction, event: Row) {
  const agenda = await tx.select().from(sessions).where(eq(sessions.eventId, event.id));
  const ids = agenda.map(({ id }) => id);
  return {
    event,
    agenda,
    speakers: await tx.select().from(speakers).where(eq(speakers.eventId, event.id)),
    said: await tx.select().from(sessionSpeakers).where(inArray(sessionSpeakers.sessionId, ids)),
    networks: await tx.select().from(eventNetworks).where(eq(eventNetworks.eventId, event.id)),
    series: event.seriesId
      ? (await tx.select().from(series).where(eq(series.id, event.seriesId)))[0]
      : undefined,
  };
}

type Copy = { slug: string; day: string; startsAt: Date; now: Date };

/** The event's own row as a draft on another day. What tells calendars and readers of the original starts anew. */
function copiedRow(
  { event, series: part }: Original,
  { slug, day, startsAt, now }: Copy,
): typeof events.$inferInsert {
  const span = intoCopy(event, startsAt)(event);
  const closes = event.registrationClosesAt && daysLater(event, startsAt)(event.registrationClosesAt);
  const registrationClosesAt = closes && closes > span.endsAt ? span.endsAt : closes;
  const opens = event.registrationOpensAt && daysLater(event, startsAt)(event.registrationOpensAt);
  return {
    ...event,
    ...span,
    id: newId("event"),
    slug,
    status: "draft",
    seriesId: part && isWithinSeries(day, part) ? part.id : null,
    registrationOpensAt: openingBefore(opens, registrationClosesAt ?? span.endsAt),
    registrationClosesAt,
    calendarSequence: 0,
    calendarChangedAt: null,
    postponedFrom: null,
    publishedAt: null,
    createdAt: now,
  };
}

/** Inserts one copy with its hosts, speakers and agenda; answers with its id. */
export async function insertCopy(tx: Transaction, original: Original, copy: Copy): Promise<Id<"event">> {
  const [event] = await tx.insert(events).values(copiedRow(original, copy)).returning({ id: events.id });
  if (!event) throw new Error("the copy was not inserted");
  const eventId = event.id;
  const of = <Part extends object>(rows: readonly Part[]) => rows.map((row) => ({ ...row, eventId }));
  if (original.networks.length > 0) await tx.insert(eventNetworks).values(of(original.networks));
  await insertAgenda(tx, original, { eventId, startsAt: copy.startsAt });
  return eventId;
}

type At = { eventId: Id<"event">; startsAt: Date };

async function insertAgenda(tx: Transaction, original: Original, { eventId, startsAt }: At): Promise<void> {
  const move = intoCopy(original.event, startsAt);
  const names = new Map(original.speakers.map(({ id }) => [id, newId("speaker")]));
  const items = new Map(original.agenda.map(({ id }) => [id, newId("session")]));
  const people = original.speakers.map((row) => ({ ...row, eventId, id: names.get(row.id) }));
  const agenda = original.agenda.map((row) => ({
    ...row,
    ...move(row),
    eventId,
    id: items.get(row.id),
    begunAt: null,
  }));
  const said = original.said.flatMap((row) => {
    const [speakerId, sessionId] = [names.get(row.speakerId), items.get(row.sessionId)];
    return speakerId && sessionId ? [{ ...row, ...move(row), speakerId, sessionId }] : [];
  });
  if (people.length > 0) await tx.insert(speakers).values(people);
  if (agenda.length > 0) await tx.insert(sessions).values(agenda);
  if (said.length > 0) await tx.insert(sessionSpeakers).values(said);
}
