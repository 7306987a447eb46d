import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { invitations } from "@/db/schema/registration";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { isInvitationOpen } from "../rules";

export type Invitation = typeof invitations.$inferSelect;

/**
 * The invitation with this code, if it lets one more person into this event; one that was mailed to an address lets in
 * that address, and to every other there is none. Read while the seats are locked: whoever
 * uses one locks them first, so what is left of it stays true.
 */
export async function openInvitation(
  { tx, now }: { tx: Transaction; now: Date },
  eventId: Id<"event">,
  { code, email }: { code: string; email: string },
): Promise<Invitation | undefined> {
  const [found] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.eventId, eventId), eq(invitations.code, code)));
  const isTheirs = found?.email === null || found?.email === email;
  return found && isTheirs && isInvitationOpen(found, now) ? found : undefined;
}

/**
 * Takes one use of an invitation, except from who is proven to come back by the one they came by before: a typed address
 * that took none would tell whoever typed it that it is known (S29).
 */
export async function recordUse(
  { tx }: Context,
  invitation: Invitation | undefined,
  known: { invitationId: Id<"invitation"> | null } | undefined,
): Promise<void> {
  if (!invitation || known?.invitationId === invitation.id) return;
  await tx
    .update(invitations)
    .set({ uses: sql`${invitations.uses} + 1` })
    .where(eq(invitations.id, invitation.id));
}
