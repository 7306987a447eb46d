import { and, eq, inArray, or } from "drizzle-orm";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import type { Context } from "@/domain/kernel/context";
import { withinAs } from "@/domain/kernel/within";
import { changeTalkPeople } from "@/domain/rooms/commands/change-talk-people";
import type { Id } from "@/lib/ids";
import { findSide, type TalkSide } from "../queries/sides";
import type { Talk, TalkGroup } from "./group-people";
import { roomLabel } from "./room-label";

type PersonId = Id<"person">;

const open = inArray(talkInvitations.status, ["proposed", "offered"]);

/** Where the talk takes place without who left: a table at which nobody sits any more is free. */
function placeWithout(talk: Talk, sides: readonly (TalkSide | undefined)[]) {
  const onSite = sides.filter((side) => side?.attendance === "onsite").length;
  if (talk.tableNumber === null || onSite === 0) return { place: "online" as const, tableNumber: null };
  return {
    place: onSite === sides.length ? ("table" as const) : ("mixed" as const),
    tableNumber: talk.tableNumber,
  };
}

/**
 * What becomes of invitations without who left: their own is over. Was it one of the two sides, nobody is left to agree to what
 * the other proposed, or to bring whom they asked.
 */
async function endInvitations(
  { tx, now }: Context,
  { talk, hosts }: Pick<TalkGroup, "talk" | "hosts">,
  personId: PersonId,
): Promise<void> {
  const own = and(eq(talkInvitations.status, "accepted"), eq(talkInvitations.personId, personId));
  const theirs = and(
    open,
    or(eq(talkInvitations.invitedById, personId), eq(talkInvitations.status, "proposed")),
  );
  await tx
    .update(talkInvitations)
    .set({ status: "withdrawn", answeredAt: now })
    .where(and(eq(talkInvitations.meetingId, talk.id), hosts.includes(personId) ? theirs : own));
}

/**
 * Takes one of more than two out of a talk, which goes on for the others: they hear of it, and the room lets this one in no
 * more.
 */
export async function leaveTalk(
  context: Context,
  { talk, people, hosts }: TalkGroup,
  personId: PersonId,
): Promise<void> {
  const { tx, emit } = context;
  const { id: meetingId, eventId, roundId } = talk;
  const rest = people.filter((id) => id !== personId);
  const sides = await Promise.all(rest.map((id) => findSide(tx, eventId, id)));
  await tx
    .delete(meetingPeople)
    .where(and(eq(meetingPeople.meetingId, meetingId), eq(meetingPeople.personId, personId)));
  await endInvitations(context, { talk, hosts }, personId);
  await tx
    .update(meetings)
    .set({ ...placeWithout(talk, sides), calendarSequence: talk.calendarSequence + 1 })
    .where(eq(meetings.id, meetingId));
  const actor = { type: "system", job: "leave-talk" } as const;
  const seats = { comes: null, goes: personId, label: roomLabel(sides) };
  if (roundId) await withinAs({ context, actor }, changeTalkPeople, { eventId, roundId, ...seats });
  await emit({ kind: "meeting.left", payload: { meetingId, eventId, personId } });
}
