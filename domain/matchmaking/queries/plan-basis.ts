import "server-only";
import { and, asc, eq, or, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { meetingPeople, meetingRequests, meetings } from "@/db/schema/matchmaking";
import { meetingPlans, plannedTalks, talkLimits, talkPlans, talkWishes } from "@/db/schema/matchmaking-plans";
import { talkChanges } from "@/db/schema/matchmaking-talks";
import { registrations } from "@/db/schema/registration";
import { rounds } from "@/db/schema/rooms";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { findWindow } from "../internal/bookings";
import type { Availability } from "../internal/free-times";
import { tableCount } from "../internal/tables";
import { type Span, slotsOf, type TalkPlace, type TalkWindow, takesTalks } from "../rules";
import { type Hiding, hidingAmong } from "./hiding";
import { availabilityOf } from "./hindrances";
import { sideColumns } from "./sides";

type PersonId = Id<"person">;
type EventId = Id<"event">;
export type PairKind = "must" | "want" | "open";

export type BasisPerson = {
  id: PersonId;
  name: string;
  organisation: string;
  attendance: "online" | "onsite";
  /** False for somebody who has a talk and takes no other. */
  takes: boolean;
  limits: { least: number; most: number } | undefined;
};
/**
 * An agreed talk of the event. `plan` says that planning made it and may move it: no more once its people gave that one talk
 * another time, nor while others are in it whom they invited.
 */
export type BasisTalk = Span & {
  id: Id<"meeting">;
  people: readonly PersonId[];
  place: TalkPlace;
  table: number | null;
  roundId: Id<"round"> | null;
  sequence: number;
  plan: { kind: PairKind; isLocked: boolean } | undefined;
};
export type DraftedTalk = typeof plannedTalks.$inferSelect;
export type StatedWish = Omit<typeof talkWishes.$inferSelect, "eventId" | "createdAt"> & { at: Date };
/** Something that one said to the other, or about the two. */
export type Between = { from: PersonId; to: PersonId; at: Date };

/** All that a plan of an event's talks depends on, as it stands. */
export type PlanBasis = {
  event: EventScope;
  window: TalkWindow;
  slots: readonly Span[];
  tables: number;
  people: readonly BasisPerson[];
  availability: (personId: PersonId) => Availability;
  talks: readonly BasisTalk[];
  wishes: readonly StatedWish[];
  /** Requests that wait, from whom to whom. */
  asked: readonly Between[];
  /** Pairs of which one said no, or called off what they had agreed on. */
  refused: readonly Between[];
  hiding: Hiding;
  plan: typeof talkPlans.$inferSelect | undefined;
  drafted: readonly DraftedTalk[];
  now: Date;
};

const peopleOf = (reader: Reader, eventId: EventId) =>
  reader
    .select({ ...sideColumns, least: talkLimits.least, most: talkLimits.most })
    .from(registrations)
    .leftJoin(
      talkLimits,
      and(eq(talkLimits.eventId, registrations.eventId), eq(talkLimits.personId, registrations.personId)),
    )
    .where(eq(registrations.eventId, eventId))
    .orderBy(asc(registrations.name), asc(registrations.id));

type TalkRow = Omit<BasisTalk, "people"> & {
  status: "accepted" | "cancelled";
  isWithdrawn: boolean;
  /** When its room was taken back. */
  calledOffAt: Date | null;
};

async function talksOf(reader: Reader, eventId: EventId): Promise<(TalkRow & Pick<BasisTalk, "people">)[]> {
  const rows = await reader
    .select({
      meeting: meetings,
      plan: meetingPlans,
      personId: meetingPeople.personId,
      calledOffAt: rounds.cancelledAt,
      isMoved: sql<boolean>`exists (select 1 from ${talkChanges}
        where ${talkChanges.meetingId} = ${meetings.id} and ${talkChanges.kind} = 'moved' and ${talkChanges.byPersonId}
          in (select theirs.person_id from ${meetingPeople} theirs where theirs.meeting_id = ${meetings.id}))`,
    })
    .from(meetings)
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .leftJoin(meetingPlans, eq(meetingPlans.meetingId, meetings.id))
    .leftJoin(rounds, eq(rounds.id, meetings.roundId))
    .where(eq(meetings.eventId, eventId))
    .orderBy(asc(meetings.startsAt), asc(meetings.id), asc(meetingPeople.personId));
  return [...Map.groupBy(rows, ({ meeting }) => meeting.id).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { id, startsAt, endsAt, place, tableNumber: table, roundId, status } = first.meeting;
    // A talk that its people moved, or into which they asked somebody, is their own by now: a plan would take it back. One that
    // organizers moved is of the plan as before: its people know of it and have said nothing.
    const isOfPlan = !first.isMoved && group.length === 2;
    const plan =
      first.plan && isOfPlan ? { kind: first.plan.kind, isLocked: first.plan.isLocked } : undefined;
    return {
      ...{ id, startsAt, endsAt, place, table, roundId, status, plan },
      sequence: first.meeting.calendarSequence,
      isWithdrawn: first.plan?.isWithdrawn ?? false,
      calledOffAt: first.calledOffAt,
      people: group.map(({ personId }) => personId),
    };
  });
}

const requestsOf = (reader: Reader, eventId: EventId) =>
  reader
    .select({
      from: meetingRequests.fromPersonId,
      to: meetingRequests.toPersonId,
      status: meetingRequests.status,
      expiresAt: meetingRequests.expiresAt,
      askedAt: meetingRequests.createdAt,
      answeredAt: meetingRequests.answeredAt,
    })
    .from(meetingRequests)
    .where(
      and(
        eq(meetingRequests.eventId, eventId),
        or(eq(meetingRequests.status, "requested"), eq(meetingRequests.status, "declined")),
      ),
    );

const wishesOf = (reader: Reader, eventId: EventId): Promise<StatedWish[]> =>
  reader
    .select({
      fromPersonId: talkWishes.fromPersonId,
      toPersonId: talkWishes.toPersonId,
      by: talkWishes.by,
      wish: talkWishes.wish,
      at: talkWishes.createdAt,
    })
    .from(talkWishes)
    .where(eq(talkWishes.eventId, eventId));

/** When organizers or plans moved talks of the event, and from where. */
const movesIn = (reader: Reader, eventId: EventId) =>
  reader
    .select({ meetingId: talkChanges.meetingId, at: talkChanges.at, from: talkChanges.fromStartsAt })
    .from(talkChanges)
    .innerJoin(meetings, eq(meetings.id, talkChanges.meetingId))
    .where(and(eq(meetings.eventId, eventId), eq(talkChanges.kind, "moved")))
    .orderBy(asc(talkChanges.at), asc(talkChanges.sequence));

/**
 * What the draft left where it stood goes along with a talk that was moved since: the draft is what is to be different from what
 * people know, and of this talk it says nothing.
 */
function alongWith(talks: Rows, moves: Awaited<ReturnType<typeof movesIn>>) {
  const standing = new Map(
    talks.flatMap((talk) => (talk.status === "accepted" ? [[talk.id, talk] as const] : [])),
  );
  const movesOf = Map.groupBy(moves, ({ meetingId }) => meetingId);
  return (row: DraftedTalk): DraftedTalk => {
    const talk = row.meetingId === null ? undefined : standing.get(row.meetingId);
    const since = talk && movesOf.get(talk.id)?.find(({ at }) => at > row.createdAt);
    return since && since.from.getTime() === row.startsAt?.getTime()
      ? { ...row, startsAt: talk.startsAt, tableNumber: talk.table }
      : row;
  };
}

/** The draft of an event's plan as it was written, in a fixed order. */
export const draftedOf = (reader: Reader, eventId: EventId): Promise<DraftedTalk[]> =>
  reader
    .select()
    .from(plannedTalks)
    .where(eq(plannedTalks.eventId, eventId))
    .orderBy(asc(plannedTalks.startsAt), asc(plannedTalks.id));

type Rows = Awaited<ReturnType<typeof talksOf>>;

/** Whoever takes talks, and whoever has one that is not over. */
function concerned(rows: Awaited<ReturnType<typeof peopleOf>>, talks: Rows): BasisPerson[] {
  const meeting = new Set(talks.flatMap(({ status, people }) => (status === "accepted" ? people : [])));
  return rows.flatMap(({ personId, name, organisation, attendance, least, most, ...side }) => {
    const takes = takesTalks(side);
    if (!personId || !(takes || meeting.has(personId))) return [];
    const limits = least === null || most === null ? undefined : { least, most };
    return [{ id: personId, name, organisation, attendance, takes, limits }];
  });
}

/**
 * Of talks that a person called off the two do not want another; what a plan took back says nothing of them, nor does what
 * fell away because the event moved.
 */
const calledOff = ({ event, talks }: { event: EventScope; talks: Rows }): Between[] =>
  talks.flatMap(({ people: [from, to, third], startsAt, endsAt, ...talk }) => {
    const isTheirs = talk.status === "cancelled" && !talk.isWithdrawn && third === undefined;
    const isOfToday = startsAt >= event.startsAt && endsAt <= event.endsAt;
    return isTheirs && isOfToday && from && to ? [{ from, to, at: talk.calledOffAt ?? startsAt }] : [];
  });

/** Everything that plans of an event are made of; undefined for events without hours for talks. */
export async function planBasis(reader: Reader, eventId: EventId, now: Date): Promise<PlanBasis | undefined> {
  const [event, window] = [await eventScope(reader, eventId), await findWindow(reader, eventId)];
  if (!event || !window) return undefined;
  const [talks, rows] = [await talksOf(reader, eventId), await peopleOf(reader, eventId)];
  const people = concerned(rows, talks);
  const personIds = people.map(({ id }) => id);
  const requests = await requestsOf(reader, eventId);
  const [plan] = await reader.select().from(talkPlans).where(eq(talkPlans.eventId, eventId));
  return {
    ...{ event, window, people, plan, now },
    slots: slotsOf(window),
    tables: await tableCount(reader, eventId),
    availability: await availabilityOf(reader, { eventId, personIds, during: window }),
    talks: talks.filter(({ status }) => status === "accepted"),
    wishes: await wishesOf(reader, eventId),
    asked: requests.flatMap(({ from, to, status, expiresAt, askedAt: at }) =>
      status === "requested" && expiresAt > now ? [{ from, to, at }] : [],
    ),
    refused: [
      ...requests.flatMap(({ from, to, status, askedAt, answeredAt }) =>
        status === "declined" ? [{ from, to, at: answeredAt ?? askedAt }] : [],
      ),
      ...calledOff({ event, talks }),
    ],
    hiding: await hidingAmong(reader, { eventId, among: personIds }),
    drafted: (await draftedOf(reader, eventId)).map(alongWith(talks, await movesIn(reader, eventId))),
  };
}
