import "server-only";
import { eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { meetings } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { groupOf, type Talk, type TalkInvitation } from "../internal/group-people";
import { type Correspondent, correspondents } from "./correspondence";

export type InvitationCorrespondence = {
  invitation: TalkInvitation;
  talk: Talk;
  event: EventScope;
  invited: Correspondent;
  inviter: Correspondent;
  /** The other side of the talk, who is asked whether that person may come. */
  others: Correspondent[];
  /** Who is in the talk. */
  people: Correspondent[];
};

/** An invitation into a talk with everybody it concerns. For jobs, which act as the system. */
export async function invitationCorrespondence(
  invitationId: Id<"talkInvitation">,
  reader: Reader = db(),
): Promise<InvitationCorrespondence | undefined> {
  const [found] = await reader
    .select({ invitation: talkInvitations, talk: meetings })
    .from(talkInvitations)
    .innerJoin(meetings, eq(meetings.id, talkInvitations.meetingId))
    .where(eq(talkInvitations.id, invitationId));
  const event = found && (await eventScope(reader, found.talk.eventId));
  if (!found || !event) return undefined;
  const { invitation, talk } = found;
  const group = await groupOf(reader, talk);
  const { personId, invitedById } = invitation;
  const known = await correspondents(reader, talk.eventId, [...group.people, personId, invitedById]);
  const of = (id: Id<"person">) => known.find((one) => one.personId === id);
  const [invited, inviter] = [of(personId), of(invitedById)];
  if (!invited || !inviter) return undefined;
  const others = group.hosts.filter((id) => id !== invitedById).flatMap((id) => of(id) ?? []);
  const people = group.people.flatMap((id) => of(id) ?? []);
  return { invitation, talk, event, invited, inviter, others, people };
}
