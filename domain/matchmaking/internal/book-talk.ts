import { eq } from "drizzle-orm";
import { rangeOf } from "@/db/columns";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import type { Context } from "@/domain/kernel/context";
import { databaseError } from "@/domain/kernel/failures";
import { withinAs } from "@/domain/kernel/within";
import { openTalk } from "@/domain/rooms/commands/open-talk";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { availabilityOf } from "../queries/hindrances";
import type { TalkSide } from "../queries/sides";
import { placeOf, type Span, type TalkPlace, timeRefusal } from "../rules";
import { awayTimes, commonSlots, lockCalendars } from "./bookings";
import { roomLabel } from "./room-label";
import { freeTable, tableCount } from "./tables";

type PersonId = Id<"person">;
export type Booking = {
  eventId: Id<"event">;
  requestId: Id<"request"> | null;
  sides: readonly (TalkSide | undefined)[];
  slot: Span;
  /** Who books: of the others' time they learn only that it is not free. */
  me: PersonId | undefined;
};

/** Does the work, or gives the name of the constraint of talks that is in its way. */
export async function unlessTaken<Value>(work: () => Promise<Value>, name: string): Promise<Value | "taken"> {
  try {
    return await work();
  } catch (error) {
    if (databaseError(error)?.constraint === name) return "taken";
    throw error;
  }
}

type Spot = { place: TalkPlace; tableNumber: number | null };
type Row = { eventId: Id<"event">; requestId: Id<"request"> | null } & Span & Spot;

async function insertMeeting({ tx, now }: Context, row: Row): Promise<Id<"meeting">> {
  const [meeting] = await tx
    .insert(meetings)
    .values({ ...row, createdAt: now })
    .returning({ id: meetings.id });
  if (!meeting) throw new Error("the talk was not stored");
  return meeting.id;
}

/**
 * Stores the talk at its place. A table that somebody else takes at this moment is refused by the database, and the next
 * free one is taken; undefined when there is none.
 */
async function placeMeeting(context: Context, { eventId, requestId, sides, slot }: Booking) {
  const { tx } = context;
  const tables = await tableCount(tx, eventId);
  const place = placeOf(
    sides.map((side) => side?.attendance ?? "online"),
    tables > 0,
  );
  const row = { eventId, requestId, ...slot, place };
  if (place === "online") return insertMeeting(context, { ...row, tableNumber: null });
  for (let attempt = 0; attempt < tables; attempt++) {
    const tableNumber = await freeTable(tx, { eventId, slot, tables });
    if (tableNumber === undefined) return undefined;
    const insert = () =>
      tx.transaction((inner) => insertMeeting({ ...context, tx: inner }, { ...row, tableNumber }));
    const stored = await unlessTaken(insert, "meetings_table_once");
    if (stored !== "taken") return stored;
  }
  return undefined;
}

/** Writes these people; false when one of them has another talk at that time (I4). */
export async function seatPeople(
  { tx }: Context,
  { meetingId, people, slot }: { meetingId: Id<"meeting">; people: readonly PersonId[]; slot: Span },
) {
  const during = rangeOf(slot);
  const rows = people.map((personId) => ({ meetingId, personId, during, status: "accepted" as const }));
  const insert = () => tx.transaction((inner) => inner.insert(meetingPeople).values(rows).then());
  return (await unlessTaken(insert, "meeting_people_nobody_twice")) !== "taken";
}

type Reason = "slot_taken" | "own_time_taken" | "not_available" | "no_table";

/** Why the people can't talk then, apart from other talks, which the database knows best. */
async function awayRefusal({ tx }: Context, { eventId, slot, me }: Booking, people: readonly PersonId[]) {
  const of = await availabilityOf(tx, { eventId, personIds: people, during: slot });
  const away = (ids: readonly PersonId[]) => ids.flatMap((id) => awayTimes(of(id)));
  return timeRefusal([slot], {
    busy: [],
    mineAway: away(people.filter((id) => id === me)),
    partnerAway: away(people.filter((id) => id !== me)),
  });
}

/**
 * Books a talk of these people and gives it its room: the exclusion constraints let nobody be in two talks and no table
 * have two. A refusal names the next slots that all have free. The caller has checked that they take talks.
 */
export async function bookTalk(context: Context, booking: Booking) {
  const { tx, now } = context;
  const { eventId, sides, slot } = booking;
  const people = sides.flatMap((side) => side?.personId ?? []);
  const refuse = async (reason: Reason) => {
    const free = await commonSlots(tx, { eventId, personIds: people, now });
    return fail("conflict", reason, { details: { free: free.map((next) => next.startsAt.toISOString()) } });
  };
  await lockCalendars(tx, people);
  const away = await awayRefusal(context, booking, people);
  if (away) return refuse(away);
  const meetingId = await placeMeeting(context, booking);
  if (!meetingId) return refuse("no_table");
  if (!(await seatPeople(context, { meetingId, people, slot }))) return refuse("slot_taken");
  const label = roomLabel(sides);
  const actor = { type: "system", job: "book-talk" } as const;
  const { roundId } = await withinAs({ context, actor }, openTalk, {
    ...{ eventId, personIds: people, label },
    ...slot,
  });
  await tx.update(meetings).set({ roundId }).where(eq(meetings.id, meetingId));
  return ok({ meetingId });
}
