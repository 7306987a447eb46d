import { and, eq, inArray, or } from "drizzle-orm";
import { rangeOf } from "@/db/columns";
import { meetingPeople, meetingRequests, meetings } from "@/db/schema/matchmaking";
import { meetingPlans, plannedTalks } from "@/db/schema/matchmaking-plans";
import type { Context } from "@/domain/kernel/context";
import { holdEvent } from "@/domain/programme/queries";
import { type Id, newId } from "@/lib/ids";
import { inParts } from "@/lib/in-parts";
import type { PairKind } from "../queries/plan-basis";
import { lockPairs } from "./apart";
import { lockCalendars } from "./bookings";
import { endTalks } from "./end-talks";
import { keyOf, type Pair, pairOf } from "./pairs";
import { placeTalks, type Spot, unlessInTheWay } from "./place-talks";
import type { PlanStep } from "./plan-steps";
import type { Meeting } from "./talk-change";
import { layRooms } from "./talk-rooms";

type PersonId = Id<"person">;
type MeetingId = Id<"meeting">;
/** A talk that is new: nobody knew of it before. */
type NewTalk = {
  id: MeetingId;
  people: readonly PersonId[];
  to: Spot;
  kind: PairKind;
  isLocked: boolean;
};

/** All that publishing the draft of an event may touch, whatever happens until it does. */
type Reach = { pairs: Pair[]; meetingIds: MeetingId[]; people: PersonId[] };

/**
 * Everything that can become a step of this draft: talks of the draft, and those that plans made. Whoever holds the plan holds
 * both lists: only publishing, adopting and changing a draft make them longer, and all of these hold the plan as well. What of it
 * is a step is known behind the locks alone, because until then anybody may move, leave or change how they take part.
 */
async function reachOf({ tx }: Context, eventId: Id<"event">): Promise<Reach> {
  const drafted = await tx.select().from(plannedTalks).where(eq(plannedTalks.eventId, eventId));
  const planned = await tx
    .select({ id: meetings.id, personId: meetingPeople.personId })
    .from(meetingPlans)
    .innerJoin(meetings, eq(meetings.id, meetingPlans.meetingId))
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .where(and(eq(meetings.eventId, eventId), eq(meetings.status, "accepted")));
  const pairs = drafted.map(({ onePersonId, otherPersonId }) => pairOf(onePersonId, otherPersonId));
  const people = [...pairs.flatMap(({ one, other }) => [one, other]), ...planned.map((one) => one.personId)];
  return {
    pairs: pairs.filter((_, at) => drafted[at]?.meetingId === null),
    meetingIds: [...new Set(planned.map(({ id }) => id))],
    people: [...new Set(people)],
  };
}

/**
 * Holds all that publishing may touch, in the order in which booking, answering and calling off hold it: who keeps whom away,
 * the talks themselves, requests, the event, and last the calendars. What is read from here on stays true. Gives the event and
 * the talks.
 */
export async function holdAll(context: Context, eventId: Id<"event">) {
  const { tx } = context;
  const { pairs, meetingIds, people } = await reachOf(context, eventId);
  await lockPairs(tx, pairs);
  const held = new Map<MeetingId, Meeting>();
  await inParts(meetingIds.sort(), async (part) => {
    const rows = await tx
      .select()
      .from(meetings)
      .where(inArray(meetings.id, part))
      .orderBy(meetings.id)
      .for("update");
    for (const row of rows) held.set(row.id, row);
  });
  const asked = or(
    inArray(meetingRequests.fromPersonId, people),
    inArray(meetingRequests.toPersonId, people),
  );
  const isOpen = and(eq(meetingRequests.eventId, eventId), eq(meetingRequests.status, "requested"));
  await tx
    .select({ id: meetingRequests.id })
    .from(meetingRequests)
    .where(and(isOpen, asked))
    .orderBy(meetingRequests.id)
    .for("update");
  const event = await holdEvent(tx, eventId);
  await lockCalendars(tx, people);
  return { event, held };
}

async function insertNew({ tx, now }: Context, eventId: Id<"event">, talks: readonly NewTalk[]) {
  await inParts(talks, (part) =>
    tx.insert(meetings).values(
      part.map(({ id, to: { startsAt, endsAt, place, table } }) => ({
        ...{ id, eventId, startsAt, endsAt, place, tableNumber: table, createdAt: now },
      })),
    ),
  );
  await inParts(talks, (part) =>
    tx.insert(meetingPeople).values(
      part.flatMap(({ id: meetingId, people, to }) =>
        people.map((personId) => ({
          ...{ meetingId, personId, during: rangeOf(to), status: "accepted" as const },
        })),
      ),
    ),
  );
  await inParts(talks, (part) =>
    tx
      .insert(meetingPlans)
      .values(part.map(({ id: meetingId, kind, isLocked }) => ({ meetingId, kind, isLocked }))),
  );
}

/** New talks, each with its room; what is in their way when one of them can't be. */
async function addTalks(context: Context, eventId: Id<"event">, talks: readonly NewTalk[]) {
  const { tx } = context;
  const inTheWay = await unlessInTheWay(tx, (inner) => insertNew({ ...context, tx: inner }, eventId, talks));
  if (inTheWay) return inTheWay;
  const opens = talks.map(({ people, to: { startsAt, endsAt } }) => ({ people, startsAt, endsAt }));
  const roundIds = await layRooms(context, { eventId, closes: [], opens });
  for (const [at, { id }] of talks.entries()) {
    const roundId = roundIds[at];
    if (roundId) await tx.update(meetings).set({ roundId }).where(eq(meetings.id, id));
  }
  return undefined;
}

/** Takes talks back: their people may be planned together again. */
async function withdraw(context: Context, talks: readonly Meeting[]): Promise<void> {
  await endTalks(context, talks, { how: "cancelled", by: undefined });
  const ids = talks.map(({ id }) => id);
  await inParts(ids, (part) =>
    context.tx.update(meetingPlans).set({ isWithdrawn: true }).where(inArray(meetingPlans.meetingId, part)),
  );
}

type Done = { steps: readonly PlanStep[]; held: ReadonlyMap<MeetingId, Meeting> };

/**
 * Does the steps: what falls away makes room for what moves, and both for what is new. False when somebody or a table has another
 * talk then.
 */
export async function doSteps(
  context: Context,
  eventId: Id<"event">,
  { steps, held }: Done,
): Promise<boolean> {
  const rowOf = (id: MeetingId): Meeting => {
    const meeting = held.get(id);
    if (!meeting) throw new Error("a step of a talk that is not held");
    return meeting;
  };
  await withdraw(
    context,
    steps.flatMap((step) => (step.what === "remove" ? [rowOf(step.meeting.id)] : [])),
  );
  const moves = steps.flatMap((step) =>
    step.what === "move"
      ? [{ meeting: rowOf(step.meeting.id), people: step.meeting.people, to: step.to }]
      : [],
  );
  if (await placeTalks(context, moves, undefined)) return false;
  const added = steps.flatMap((step): NewTalk[] => {
    if (step.what !== "add") return [];
    const { kind, isLocked } = step.talk;
    return [{ id: newId("meeting"), people: step.people, to: step.to, kind, isLocked }];
  });
  return (await addTalks(context, eventId, added)) === undefined;
}

/** What two had asked each other is settled by their talk. */
export async function settleRequests({ tx, now }: Context, eventId: Id<"event">, steps: readonly PlanStep[]) {
  const pairs = new Set(
    steps.flatMap((step) => {
      if (step.what === "remove") return [];
      const [a, b, ...more] = step.what === "add" ? step.people : step.meeting.people;
      return a && b && more.length === 0 ? [keyOf(pairOf(a, b))] : [];
    }),
  );
  const open = await tx
    .select()
    .from(meetingRequests)
    .where(and(eq(meetingRequests.eventId, eventId), eq(meetingRequests.status, "requested")));
  const ids = open.flatMap(({ id, fromPersonId, toPersonId }) =>
    pairs.has(keyOf(pairOf(fromPersonId, toPersonId))) ? [id] : [],
  );
  const accepted = { status: "accepted", answeredAt: now } as const;
  if (ids.length > 0) await tx.update(meetingRequests).set(accepted).where(inArray(meetingRequests.id, ids));
}
