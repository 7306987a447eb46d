import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/registration";
import { type Actor, can } from "@/domain/policy";
import { type EventDetail, eventScope, findEventById } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { isInvitationOpen } from "../rules";

export type InvitationView = typeof invitations.$inferSelect & { isOpen: boolean };

/** The codes of an event that anybody may hand on, the oldest first, for whoever may make them; none for others. */
export async function listInvitations(
  viewer: Actor,
  eventId: Id<"event">,
  now: Date,
): Promise<InvitationView[]> {
  const scope = await eventScope(db(), eventId);
  if (!scope || !can(viewer, "invitation.manage", scope)) return [];
  const rows = await db()
    .select()
    .from(invitations)
    .where(and(eq(invitations.eventId, eventId), isNull(invitations.email)))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
  return rows.map((row) => ({ ...row, isOpen: isInvitationOpen(row, now) }));
}

/**
 * The event that a code invites to, whoever has it: the code is the proof, and it shows no draft. `isOpen` is whether
 * it still lets somebody in, and `email` the one address that it lets in, to which it was mailed. Undefined for a code
 * that there is not.
 */
export async function findInvited(
  code: string,
  now: Date,
): Promise<{ event: EventDetail; isOpen: boolean; email: string | null } | undefined> {
  const [found] = await db().select().from(invitations).where(eq(invitations.code, code));
  const event = found && (await findEventById(found.eventId));
  if (!event || event.status === "draft") return undefined;
  return { event, isOpen: isInvitationOpen(found, now), email: found.email };
}
