import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rangeOf } from "@/db/columns";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import type { Context } from "@/domain/kernel/context";
import { databaseError } from "@/domain/kernel/failures";
import { withinAs } from "@/domain/kernel/within";
import { extendTalkRoom } from "@/domain/rooms/commands/extend-talk-room";
import type { Id } from "@/lib/ids";
import type { Span, TalkPlace } from "../rules";
import { type Changer, type Meeting, noteChanges } from "./talk-change";
import { layRooms } from "./talk-rooms";

/** When and where a talk takes place. */
export type Spot = Span & { place: TalkPlace; table: number | null };
/** A talk that people know, and where it is from now on. */
export type Placing = { meeting: Meeting; people: readonly Id<"person">[]; to: Spot };

type Shift = "moved" | "extended" | "reseated";

/** What is different: its time, its end while it is on, or its table alone. */
function shiftOf({ meeting, to }: Placing, now: Date): Shift {
  const sameStart = meeting.startsAt.getTime() === to.startsAt.getTime();
  if (sameStart && meeting.endsAt.getTime() === to.endsAt.getTime()) return "reseated";
  return sameStart && meeting.startsAt <= now ? "extended" : "moved";
}

const IN_THE_WAY = {
  meeting_people_nobody_twice: "slot_taken",
  meetings_table_once: "no_table",
} as const;

/** Writes where talks stand; what is in the way when somebody has another talk then, or a table does (I4). */
export async function unlessInTheWay(tx: Transaction, write: (inner: Transaction) => Promise<void>) {
  try {
    await tx.transaction(write);
    return undefined;
  } catch (error) {
    const name = databaseError(error)?.constraint;
    const [, why] = Object.entries(IN_THE_WAY).find(([constraint]) => constraint === name) ?? [];
    if (why) return why;
    throw error;
  }
}

/** Several that move at once may exchange their times: each first makes room for the others. */
async function standAside(tx: Transaction, placings: readonly Placing[]): Promise<void> {
  if (placings.length < 2) return;
  const ids = placings.map(({ meeting }) => meeting.id);
  await tx.update(meetingPeople).set({ status: "cancelled" }).where(inArray(meetingPeople.meetingId, ids));
  await tx.update(meetings).set({ status: "cancelled" }).where(inArray(meetings.id, ids));
}

async function write(tx: Transaction, { meeting, to }: Placing, shift: Shift): Promise<void> {
  const { startsAt, endsAt, place, table: tableNumber } = to;
  const calendarSequence = meeting.calendarSequence + 1;
  // What was said of its old time is void; one that goes on for longer is still the same.
  const said = shift === "moved" ? { outcome: null } : {};
  await tx
    .update(meetingPeople)
    .set({ during: rangeOf(to), status: "accepted", ...said })
    .where(eq(meetingPeople.meetingId, meeting.id));
  await tx
    .update(meetings)
    .set({ startsAt, endsAt, place, tableNumber, calendarSequence, status: "accepted" })
    .where(eq(meetings.id, meeting.id));
}

/** Another time is another room; who goes on stays in theirs, and so does who gets another table. */
async function followRooms(context: Context, eventId: Id<"event">, of: Record<Shift, Placing[]>) {
  const roundIds = await layRooms(context, {
    eventId,
    closes: of.moved.flatMap(({ meeting }) => meeting.roundId ?? []),
    opens: of.moved.map(({ people, to: { startsAt, endsAt } }) => ({ people, startsAt, endsAt })),
  });
  for (const [at, { meeting }] of of.moved.entries())
    await context.tx
      .update(meetings)
      .set({ roundId: roundIds[at] ?? null })
      .where(eq(meetings.id, meeting.id));
  const actor = { type: "system", job: "place-talks" } as const;
  for (const { meeting, to } of of.extended)
    if (meeting.roundId)
      await withinAs({ context, actor }, extendTalkRoom, {
        ...{ eventId, roundId: meeting.roundId, endsAt: to.endsAt },
      });
}

/**
 * These talks have this time and this place from now on, whoever says so. The same entry of everybody's calendar with the next
 * SEQUENCE; another time is another room, makes what was said of the old one void and is written down with who moved it from
 * when. Who was asked to come is still asked, and hears the new time. All of one event; the caller holds their rows and the
 * calendars of their people, and has asked whether they can. What is in the way is told, and then nothing is written.
 */
export async function placeTalks(context: Context, placings: readonly Placing[], by: Changer) {
  const { tx, now, emit } = context;
  const [first] = placings;
  if (!first) return undefined;
  const inTheWay = await unlessInTheWay(tx, async (inner) => {
    await standAside(inner, placings);
    for (const placing of placings) await write(inner, placing, shiftOf(placing, now));
  });
  if (inTheWay) return inTheWay;
  const only = (shift: Shift) => placings.filter((placing) => shiftOf(placing, now) === shift);
  const of = { moved: only("moved"), extended: only("extended"), reseated: only("reseated") };
  await noteChanges(context, "moved", { talks: of.moved.map(({ meeting }) => meeting), by });
  const { eventId } = first.meeting;
  await followRooms(context, eventId, of);
  for (const placing of placings) {
    const kind = shiftOf(placing, now) === "extended" ? "meeting.extended" : "meeting.moved";
    await emit({ kind, payload: { meetingId: placing.meeting.id, eventId } });
  }
  return undefined;
}
