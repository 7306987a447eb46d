import "server-only";
import { and, eq, gt, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { meetingPeople, meetings, talkWindows } from "@/db/schema/matchmaking";
import { availabilityMarks, busyTimes, calendarImports } from "@/db/schema/matchmaking-availability";
import { events, sessionSpeakers, sessions, speakers } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import { type Availability, unmarked } from "../internal/free-times";
import type { Span } from "../rules";

type PersonId = Id<"person">;
type Asked = { eventId: Id<"event">; personIds: readonly PersonId[]; during: Span };
type Row = Span & { personId: PersonId | null };

/** Who registers for more than this is there now and then: a week is no appointment. */
const LONGEST_EVENT = sql`interval '12 hours'`;

const talksOf = (reader: Reader, { personIds, during }: Asked): Promise<Row[]> =>
  reader
    .select({ personId: meetingPeople.personId, startsAt: meetings.startsAt, endsAt: meetings.endsAt })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .where(
      and(
        inArray(meetingPeople.personId, [...personIds]),
        eq(meetingPeople.status, "accepted"),
        lt(meetings.startsAt, during.endsAt),
        gt(meetings.endsAt, during.startsAt),
      ),
    );

/** Other events that they have a seat at. One that lives from talks itself leaves the hours to its people. */
const otherEvents = (reader: Reader, { eventId, personIds, during }: Asked): Promise<Row[]> =>
  reader
    .select({ personId: registrations.personId, startsAt: events.startsAt, endsAt: events.endsAt })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .leftJoin(talkWindows, eq(talkWindows.eventId, events.id))
    .where(
      and(
        inArray(registrations.personId, [...personIds]),
        eq(registrations.status, "confirmed"),
        ne(registrations.eventId, eventId),
        inArray(events.status, ["published", "live"]),
        isNull(talkWindows.eventId),
        lt(events.startsAt, during.endsAt),
        gt(events.endsAt, during.startsAt),
        sql`${events.endsAt} - ${events.startsAt} <= ${LONGEST_EVENT}`,
      ),
    );

const speaking = (reader: Reader, { personIds, during }: Asked): Promise<Row[]> =>
  reader
    .select({ personId: speakers.personId, startsAt: sessions.startsAt, endsAt: sessions.endsAt })
    .from(sessionSpeakers)
    .innerJoin(speakers, eq(speakers.id, sessionSpeakers.speakerId))
    .innerJoin(sessions, eq(sessions.id, sessionSpeakers.sessionId))
    .innerJoin(events, eq(events.id, sessions.eventId))
    .where(
      and(
        inArray(speakers.personId, [...personIds]),
        inArray(events.status, ["published", "live"]),
        lt(sessions.startsAt, during.endsAt),
        gt(sessions.endsAt, during.startsAt),
      ),
    );

/** Nobody talks during a break of the event, but for one that is their time: a lunch break in which the talks lie whole. */
const breaksOf = (reader: Reader, { eventId, during }: Pick<Asked, "eventId" | "during">): Promise<Span[]> =>
  reader
    .select({ startsAt: sessions.startsAt, endsAt: sessions.endsAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.eventId, eventId),
        eq(sessions.kind, "break"),
        eq(sessions.isInternal, false),
        lt(sessions.startsAt, during.endsAt),
        gt(sessions.endsAt, during.startsAt),
        or(gt(sessions.startsAt, during.startsAt), lt(sessions.endsAt, during.endsAt)),
      ),
    );

const calendarTimes = (reader: Reader, { personIds, during }: Asked): Promise<Row[]> =>
  reader
    .select({
      personId: calendarImports.personId,
      startsAt: busyTimes.startsAt,
      endsAt: busyTimes.endsAt,
    })
    .from(busyTimes)
    .innerJoin(calendarImports, eq(calendarImports.id, busyTimes.importId))
    .where(
      and(
        inArray(calendarImports.personId, [...personIds]),
        lt(busyTimes.startsAt, during.endsAt),
        gt(busyTimes.endsAt, during.startsAt),
      ),
    );

const marksOf = (reader: Reader, { eventId, personIds }: Asked) =>
  reader
    .select()
    .from(availabilityMarks)
    .where(and(eq(availabilityMarks.eventId, eventId), inArray(availabilityMarks.personId, [...personIds])));

/** Each person's times, found in one pass: an event has thousands of people and of times. */
function spansBy(...parts: readonly (readonly Row[])[]): (personId: PersonId) => Span[] {
  const by = Map.groupBy(parts.flat(), ({ personId }) => personId);
  return (personId) => (by.get(personId) ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
}

/** Everything that the rule of free slots wants to know of these people, in six small reads for all of them. */
export async function availabilityOf(
  reader: Reader,
  asked: Asked,
): Promise<(personId: PersonId) => Availability> {
  if (asked.personIds.length === 0) return () => unmarked;
  const [talks, other, stage, breaks, calendar, marks] = [
    await talksOf(reader, asked),
    await otherEvents(reader, asked),
    await speaking(reader, asked),
    await breaksOf(reader, asked),
    await calendarTimes(reader, asked),
    await marksOf(reader, asked),
  ];
  const marked = (mark: "blocked" | "preferred") => spansBy(marks.filter((row) => row.mark === mark));
  const [talksOfOne, away, busy] = [spansBy(talks), spansBy(other, stage), spansBy(calendar)];
  const [blocked, preferred] = [marked("blocked"), marked("preferred")];
  const made = (personId: PersonId): Availability => ({
    talks: talksOfOne(personId),
    elsewhere: [...away(personId), ...breaks],
    calendar: busy(personId),
    blocked: blocked(personId),
    preferred: preferred(personId),
  });
  const known = new Map(asked.personIds.map((personId) => [personId, made(personId)]));
  return (personId) => known.get(personId) ?? unmarked;
}
