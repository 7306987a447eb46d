import { eq } from "drizzle-orm";
import { rangeOf } from "@/db/columns";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkChanges } from "@/db/schema/matchmaking-talks";
import type { Context } from "@/domain/kernel/context";
import { withinAs } from "@/domain/kernel/within";
import { openTalk } from "@/domain/rooms/commands/open-talk";
import type { Id } from "@/lib/ids";
import { availabilityOf } from "../queries/hindrances";
import { findSide, type TalkSide } from "../queries/sides";
import { type Span, timeRefusal } from "../rules";
import { unlessTaken } from "./book-talk";
import { awayTimes } from "./bookings";
import { closeRoomOf } from "./end-talk";
import { roomLabel } from "./room-label";
import { freeTable, tableCount } from "./tables";

type Meeting = typeof meetings.$inferSelect;
export type Times = { meeting: Meeting; people: readonly Id<"person">[]; slot: Span };

/** Other talks of theirs: the one that is moved is in nobody's way, because it gives its time up. */
const others = (talks: readonly Span[], meeting: Span): Span[] =>
  talks.filter(
    ({ startsAt, endsAt }) =>
      startsAt.getTime() !== meeting.startsAt.getTime() || endsAt.getTime() !== meeting.endsAt.getTime(),
  );

/** Why these people can't talk then. Of the others' time whoever asks learns only that it is not free. */
export async function timeProblem(
  { tx }: Context,
  { meeting, people, slot, me }: Times & { me: Id<"person"> | undefined },
) {
  const of = await availabilityOf(tx, { eventId: meeting.eventId, personIds: people, during: slot });
  const away = (ids: readonly Id<"person">[]) => ids.flatMap((id) => awayTimes(of(id)));
  return timeRefusal([slot], {
    busy: people.flatMap((id) => others(of(id).talks, meeting)),
    mineAway: away(people.filter((id) => id === me)),
    partnerAway: away(people.filter((id) => id !== me)),
  });
}

/** A free table at that time for a talk that needs one; `taken` when there is none. */
async function tableAt({ tx }: Context, { meeting, slot }: Times): Promise<number | null | "taken"> {
  if (meeting.tableNumber === null) return null;
  const { eventId } = meeting;
  return (await freeTable(tx, { eventId, slot, tables: await tableCount(tx, eventId) })) ?? "taken";
}

type Change = { meeting: Meeting; slot: Span; tableNumber: number | null; anew: boolean };

/**
 * Writes other times of a talk: the exclusion constraints let nobody be in two talks then (I4) and no table have two. Where
 * it begins `anew`, what was said of its old time is void.
 */
export async function writeTimes({ tx }: Context, { meeting, slot, tableNumber, anew }: Change) {
  const { startsAt, endsAt } = slot;
  const during = rangeOf(slot);
  const calendarSequence = meeting.calendarSequence + 1;
  const seat = () =>
    tx.transaction((inner) =>
      inner
        .update(meetingPeople)
        .set(anew ? { during, outcome: null } : { during })
        .where(eq(meetingPeople.meetingId, meeting.id))
        .then(),
    );
  if ((await unlessTaken(seat, "meeting_people_nobody_twice")) === "taken") return "slot_taken";
  const place = () =>
    tx.transaction((inner) =>
      inner
        .update(meetings)
        .set({ startsAt, endsAt, calendarSequence, tableNumber })
        .where(eq(meetings.id, meeting.id))
        .then(),
    );
  return (await unlessTaken(place, "meetings_table_once")) === "taken" ? "no_table" : undefined;
}

/** Gives a talk another slot. The caller holds its row and the calendars of its people. */
export async function retime(context: Context, times: Times) {
  const tableNumber = await tableAt(context, times);
  if (tableNumber === "taken") return "no_table";
  return writeTimes(context, { ...times, tableNumber, anew: true });
}

/** Closes the room of the old time, opens one for the new, and writes down who moved the talk from when. */
export async function reopen(context: Context, { meeting, people, slot }: Times): Promise<void> {
  const { tx, now, actor: mover } = context;
  await closeRoomOf(context, meeting);
  const sides: (TalkSide | undefined)[] = [];
  for (const id of people) sides.push(await findSide(tx, meeting.eventId, id));
  const actor = { type: "system", job: "reschedule-meeting" } as const;
  const { startsAt, endsAt } = slot;
  const { roundId } = await withinAs({ context, actor }, openTalk, {
    ...{ eventId: meeting.eventId, personIds: [...people], label: roomLabel(sides) },
    ...{ startsAt, endsAt },
  });
  await tx.update(meetings).set({ roundId }).where(eq(meetings.id, meeting.id));
  await tx.insert(talkChanges).values({
    ...{ meetingId: meeting.id, sequence: meeting.calendarSequence + 1, at: now },
    kind: "moved",
    byPersonId: mover.type === "person" ? mover.personId : null,
    ...{ fromStartsAt: meeting.startsAt, fromEndsAt: meeting.endsAt },
  });
}
