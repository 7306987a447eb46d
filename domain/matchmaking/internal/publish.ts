import { and, eq, inArray, or } from "drizzle-orm";
import { rangeOf } from "@/db/columns";
import { meetingPeople, meetingRequests, meetings } from "@/db/schema/matchmaking";
import { meetingPlans } from "@/db/schema/matchmaking-plans";
import type { Context } from "@/domain/kernel/context";
import { databaseError } from "@/domain/kernel/failures";
import { withinAs } from "@/domain/kernel/within";
import { holdEvent } from "@/domain/programme/queries";
import { layTalks } from "@/domain/rooms/commands/lay-talks";
import { type Id, newId } from "@/lib/ids";
import { inParts } from "@/lib/in-parts";
import type { PairKind, PlanBasis } from "../queries/plan-basis";
import { lockPairs } from "./apart";
import { lockCalendars } from "./bookings";
import { keyOf, pairOf } from "./pairs";
import type { PlanStep, Spot } from "./plan-steps";
import { roomLabel } from "./room-label";

type PersonId = Id<"person">;
type MeetingId = Id<"meeting">;
/** A talk that is to stand somewhere: a new one, or one that stood elsewhere. */
export type Placed = {
  meetingId: MeetingId;
  isNew: boolean;
  people: readonly PersonId[];
  to: Spot;
  kind: PairKind;
  isLocked: boolean;
};

const TAKEN = ["meeting_people_nobody_twice", "meetings_table_once"];

export function placedIn(steps: readonly PlanStep[]): Placed[] {
  return steps.flatMap((step): Placed[] => {
    if (step.what === "remove") return [];
    const { kind, isLocked } = step.talk;
    if (step.what === "add")
      return [{ meetingId: newId("meeting"), isNew: true, people: step.people, to: step.to, kind, isLocked }];
    const { id: meetingId, people } = step.meeting;
    return [{ meetingId, isNew: false, people, to: step.to, kind, isLocked }];
  });
}

const peopleIn = (steps: readonly PlanStep[]) =>
  steps.flatMap((step) => (step.what === "add" ? step.people : step.meeting.people));

/**
 * Holds all that the steps touch, in the order in which booking, answering and calling off hold it: who keeps whom away,
 * the talks themselves, requests, the event, and last the calendars. What is read from here on stays true. Gives the event.
 */
export async function holdAll({ tx }: Context, eventId: Id<"event">, steps: readonly PlanStep[]) {
  const added = steps.flatMap((step) => (step.what === "add" ? [step.people] : []));
  await lockPairs(
    tx,
    added.map(([one, other]) => pairOf(one, other)),
  );
  const known = steps.flatMap((step) => (step.what === "add" ? [] : [step.meeting.id]));
  if (known.length > 0)
    await tx
      .select({ id: meetings.id })
      .from(meetings)
      .where(inArray(meetings.id, known))
      .orderBy(meetings.id)
      .for("update");
  const people = [...new Set(peopleIn(steps))];
  if (added.length > 0)
    await tx
      .select({ id: meetingRequests.id })
      .from(meetingRequests)
      .where(
        and(
          eq(meetingRequests.eventId, eventId),
          eq(meetingRequests.status, "requested"),
          or(inArray(meetingRequests.fromPersonId, people), inArray(meetingRequests.toPersonId, people)),
        ),
      )
      .orderBy(meetingRequests.id)
      .for("update");
  const event = await holdEvent(tx, eventId);
  await lockCalendars(tx, people);
  return event;
}

/** Takes talks out of everybody's way: those that fall away for good, those that move until they stand elsewhere. */
export async function clear({ tx }: Context, steps: readonly PlanStep[]): Promise<void> {
  const leaving = steps.flatMap((step) => (step.what === "add" ? [] : [step]));
  const ids = leaving.map(({ meeting }) => meeting.id);
  if (ids.length === 0) return;
  await tx.update(meetingPeople).set({ status: "cancelled" }).where(inArray(meetingPeople.meetingId, ids));
  for (const { meeting } of leaving)
    await tx
      .update(meetings)
      .set({ status: "cancelled", calendarSequence: meeting.sequence + 1 })
      .where(eq(meetings.id, meeting.id));
  const removed = leaving.flatMap(({ what, meeting }) => (what === "remove" ? [meeting.id] : []));
  if (removed.length > 0)
    await tx.update(meetingPlans).set({ isWithdrawn: true }).where(inArray(meetingPlans.meetingId, removed));
}

async function insertNew(
  { tx, now }: Context,
  eventId: Id<"event">,
  placed: readonly Placed[],
): Promise<void> {
  await inParts(placed, (part) =>
    tx.insert(meetings).values(
      part.map(({ meetingId: id, to: { startsAt, endsAt, place, table } }) => ({
        ...{ id, eventId, startsAt, endsAt, place, tableNumber: table, createdAt: now },
      })),
    ),
  );
  await inParts(placed, (part) =>
    tx.insert(meetingPeople).values(
      part.flatMap(({ meetingId, people, to }) =>
        people.map((personId) => ({
          meetingId,
          personId,
          during: rangeOf(to),
          status: "accepted" as const,
        })),
      ),
    ),
  );
  await inParts(placed, (part) =>
    tx
      .insert(meetingPlans)
      .values(part.map(({ meetingId, kind, isLocked }) => ({ meetingId, kind, isLocked }))),
  );
}

async function moveKnown({ tx }: Context, placed: readonly Placed[]): Promise<void> {
  for (const { meetingId, to } of placed) {
    const { startsAt, endsAt, place, table: tableNumber } = to;
    await tx
      .update(meetings)
      .set({ startsAt, endsAt, place, tableNumber, status: "accepted" })
      .where(eq(meetings.id, meetingId));
    await tx
      .update(meetingPeople)
      .set({ during: rangeOf(to), status: "accepted" })
      .where(eq(meetingPeople.meetingId, meetingId));
  }
}

/** Writes where talks stand now; false when somebody has another talk then, or a table does (I4). */
export async function place(
  context: Context,
  eventId: Id<"event">,
  placed: readonly Placed[],
): Promise<boolean> {
  try {
    await context.tx.transaction(async (tx) => {
      const inner = { ...context, tx };
      await moveKnown(
        inner,
        placed.filter(({ isNew }) => !isNew),
      );
      await insertNew(
        inner,
        eventId,
        placed.filter(({ isNew }) => isNew),
      );
    });
    return true;
  } catch (error) {
    if (TAKEN.includes(databaseError(error)?.constraint ?? "")) return false;
    throw error;
  }
}

/** Gives the talks their rooms, and takes back those of talks that moved or fell away. */
export async function layRooms(
  context: Context,
  basis: PlanBasis,
  { steps, placed }: { steps: readonly PlanStep[]; placed: readonly Placed[] },
): Promise<void> {
  const found = (id: PersonId) => basis.people.find((person) => person.id === id);
  const closes = steps.flatMap((step) => (step.what === "add" ? [] : (step.meeting.roundId ?? [])));
  const opens = placed.map(({ people, to: { startsAt, endsAt } }) => ({
    ...{ personIds: [...people], startsAt, endsAt },
    label: roomLabel(people.map(found)),
  }));
  const actor = { type: "system", job: "publish-plan" } as const;
  const { roundIds } = await withinAs({ context, actor }, layTalks, {
    eventId: basis.event.id,
    closes,
    opens,
  });
  for (const [at, { meetingId }] of placed.entries()) {
    const roundId = roundIds[at];
    if (roundId) await context.tx.update(meetings).set({ roundId }).where(eq(meetings.id, meetingId));
  }
}

/** What two had asked each other is settled by their talk. */
export async function settleRequests({ tx, now }: Context, eventId: Id<"event">, placed: readonly Placed[]) {
  const pairs = new Set(
    placed.flatMap(({ people: [a, b, ...more] }) =>
      a && b && more.length === 0 ? [keyOf(pairOf(a, b))] : [],
    ),
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
