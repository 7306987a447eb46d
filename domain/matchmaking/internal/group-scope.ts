import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import type { Actor } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { lockGroup, type TalkGroup } from "./group-people";
import { partScope } from "./part-scope";

type PersonId = Id<"person">;

/** What a command about these people of a talk is about, and which of them the actor is. */
async function scopeOf(
  tx: Transaction,
  actor: Actor,
  { group, ownerIds }: { group: TalkGroup; ownerIds: PersonId[] },
) {
  const event = await eventScope(tx, group.talk.eventId);
  return event && { ...(await partScope(tx, actor, { event, ownerIds })), group, event };
}

/** A talk, held, for its two sides. */
export async function hostsScope(tx: Transaction, actor: Actor, meetingId: Id<"meeting">) {
  const group = await lockGroup(tx, meetingId);
  return group && scopeOf(tx, actor, { group, ownerIds: group.hosts });
}

/** Whose it is to act: who proposed it, the other side, or who is invited. */
export type InvitationPart = "inviter" | "other" | "invited";
type Wanted = { invitationId: Id<"talkInvitation">; part: InvitationPart };

/** An invitation with its talk, which is held: all invitations into one talk are made and answered one after the other. */
export async function invitationScope(tx: Transaction, actor: Actor, { invitationId, part }: Wanted) {
  const [seen] = await tx.select().from(talkInvitations).where(eq(talkInvitations.id, invitationId));
  const group = seen && (await lockGroup(tx, seen.meetingId));
  const invitation = group?.invitations.find(({ id }) => id === invitationId);
  if (!group || !invitation) return undefined;
  const { invitedById, personId } = invitation;
  const ownerIds: Record<InvitationPart, PersonId[]> = {
    inviter: [invitedById],
    other: group.hosts.filter((id) => id !== invitedById),
    invited: [personId],
  };
  const scope = await scopeOf(tx, actor, { group, ownerIds: ownerIds[part] });
  return scope && { ...scope, invitation };
}
