import { and, count, eq } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import type { Id } from "@/lib/ids";
import { findSide, type TalkSide } from "../queries/sides";
import { takesTalks } from "../rules";
import { areApart, lockPairs } from "./apart";
import { pairOf } from "./pairs";

type PersonId = Id<"person">;
export type Talk = typeof meetings.$inferSelect;
export type TalkInvitation = typeof talkInvitations.$inferSelect;

export type TalkGroup = {
  talk: Talk;
  people: PersonId[];
  /** Those of them who agreed on the talk themselves; who came by invitation is a guest there. */
  hosts: PersonId[];
  invitations: TalkInvitation[];
};

/** Who is in a talk, and who was asked to come. */
export async function groupOf(reader: Reader, talk: Talk): Promise<TalkGroup> {
  const rows = await reader
    .select({ personId: meetingPeople.personId })
    .from(meetingPeople)
    .where(and(eq(meetingPeople.meetingId, talk.id), eq(meetingPeople.status, "accepted")))
    .orderBy(meetingPeople.personId);
  const invitations = await reader
    .select()
    .from(talkInvitations)
    .where(eq(talkInvitations.meetingId, talk.id))
    .orderBy(talkInvitations.createdAt, talkInvitations.id);
  const people = rows.map(({ personId }) => personId);
  const guests = new Set(
    invitations.flatMap(({ personId, status }) => (status === "accepted" ? [personId] : [])),
  );
  return { talk, people, hosts: people.filter((id) => !guests.has(id)), invitations };
}

/**
 * The same, with the talk held until the transaction ends: of two who invite, agree, come or leave, the second sees what the
 * first has made, so that no talk has a fifth.
 */
export async function lockGroup(tx: Transaction, meetingId: Id<"meeting">): Promise<TalkGroup | undefined> {
  const [talk] = await tx.select().from(meetings).where(eq(meetings.id, meetingId)).for("update");
  return talk && groupOf(tx, talk);
}

/** How many this person has made in the event; those of one talk go with it. */
export async function invitationsBy(
  reader: Reader,
  { eventId, personId }: { eventId: Id<"event">; personId: PersonId },
): Promise<number> {
  const [row] = await reader
    .select({ made: count() })
    .from(talkInvitations)
    .innerJoin(meetings, eq(meetings.id, talkInvitations.meetingId))
    .where(and(eq(meetings.eventId, eventId), eq(talkInvitations.invitedById, personId)));
  return row?.made ?? 0;
}

/**
 * The side of somebody who may be with all of these people; undefined when they take no talks, or one of them keeps another
 * away. It stays so until the transaction ends: a block waits for it, or comes first.
 */
export async function sideAmong(
  tx: Transaction,
  { eventId, personId, people }: { eventId: Id<"event">; personId: PersonId; people: readonly PersonId[] },
): Promise<TalkSide | undefined> {
  await lockPairs(
    tx,
    people.map((partner) => pairOf(personId, partner)),
  );
  const side = await findSide(tx, eventId, personId);
  if (!takesTalks(side)) return undefined;
  for (const me of people) if (await areApart(tx, { me, partner: personId, eventId })) return undefined;
  return side;
}
