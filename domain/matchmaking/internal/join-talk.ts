import { eq } from "drizzle-orm";
import { meetings } from "@/db/schema/matchmaking";
import type { Context } from "@/domain/kernel/context";
import { withinAs } from "@/domain/kernel/within";
import { changeTalkPeople } from "@/domain/rooms/commands/change-talk-people";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { availabilityOf } from "../queries/hindrances";
import { findSide, type TalkSide } from "../queries/sides";
import { placeOf, timeRefusal } from "../rules";
import { seatPeople, unlessTaken } from "./book-talk";
import { awayTimes, lockCalendars } from "./bookings";
import type { Talk, TalkGroup } from "./group-people";
import { roomLabel } from "./room-label";
import { freeTable, tableCount } from "./tables";

type PersonId = Id<"person">;
type Sides = readonly (TalkSide | undefined)[];

const attendancesOf = (sides: Sides) => sides.map((side) => side?.attendance ?? "online");

/** Takes a table for a talk that had none; false when all are taken then. */
async function takeTable(
  { tx }: Context,
  { talk, place, tables }: { talk: Talk; place: "table" | "mixed"; tables: number },
) {
  for (let attempt = 0; attempt < tables; attempt++) {
    const tableNumber = await freeTable(tx, { eventId: talk.eventId, slot: talk, tables });
    if (tableNumber === undefined) return false;
    const take = () =>
      tx.transaction((inner) =>
        inner.update(meetings).set({ place, tableNumber }).where(eq(meetings.id, talk.id)).then(),
      );
    if ((await unlessTaken(take, "meetings_table_once")) !== "taken") return true;
  }
  return false;
}

/** One table for all of them: the talk keeps the one it has, and takes one when somebody on site comes into a talk online. */
async function placeWith(context: Context, talk: Talk, sides: Sides): Promise<boolean> {
  const tables = await tableCount(context.tx, talk.eventId);
  const place = placeOf(attendancesOf(sides), tables > 0 || talk.tableNumber !== null);
  if (place === "online" || place === talk.place) return true;
  if (talk.tableNumber === null) return takeTable(context, { talk, place, tables });
  await context.tx.update(meetings).set({ place }).where(eq(meetings.id, talk.id));
  return true;
}

type Joined = Result<{ meetingId: Id<"meeting"> }, "own_time_taken" | "no_table">;

/**
 * Takes one more into an agreed talk: in their calendar, where the exclusion constraint lets nobody be in two talks (I4), at its
 * table and in its room. The caller holds the talk and knows that there is a place.
 */
export async function joinTalk(
  context: Context,
  { talk, people }: TalkGroup,
  side: TalkSide & { personId: PersonId },
): Promise<Joined> {
  const { tx, emit } = context;
  const { personId } = side;
  const { id: meetingId, eventId, roundId } = talk;
  await lockCalendars(tx, [personId]);
  const of = await availabilityOf(tx, { eventId, personIds: [personId], during: talk });
  if (timeRefusal([talk], { busy: [], mineAway: awayTimes(of(personId)) }))
    return fail("conflict", "own_time_taken");
  const sides = [...(await Promise.all(people.map((id) => findSide(tx, eventId, id)))), side];
  if (!(await placeWith(context, talk, sides))) return fail("conflict", "no_table");
  if (!(await seatPeople(context, { meetingId, people: [personId], slot: talk })))
    return fail("conflict", "own_time_taken");
  await tx
    .update(meetings)
    .set({ calendarSequence: talk.calendarSequence + 1 })
    .where(eq(meetings.id, meetingId));
  const actor = { type: "system", job: "join-talk" } as const;
  const seats = { comes: personId, goes: null, label: roomLabel(sides) };
  if (roundId) await withinAs({ context, actor }, changeTalkPeople, { eventId, roundId, ...seats });
  await emit({ kind: "meeting.joined", payload: { meetingId, eventId, personId } });
  return ok({ meetingId });
}
