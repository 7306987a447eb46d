import { and, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { networkAddresses } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { ok } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { type CarriedAddress, carryMembershipInput } from "../schema";

/** The entry of the list names the new address, and the office still sees what it wrote itself. */
async function carryListed({ tx, now }: Context, { networkId, fromEmail, toEmail }: CarriedAddress) {
  const [listed] = await tx
    .delete(networkAddresses)
    .where(and(eq(networkAddresses.networkId, networkId), eq(networkAddresses.email, fromEmail)))
    .returning();
  if (!listed) return false;
  const wrote = listed.listedAs ?? fromEmail;
  const mark = wrote === toEmail ? {} : { listedAs: wrote, movedAt: now };
  const row = { networkId, email: toEmail, createdAt: listed.createdAt, ...mark };
  await tx.insert(networkAddresses).values(row).onConflictDoNothing();
  return true;
}

const isOpen = and(isNull(roleInvitations.acceptedAt), isNull(roleInvitations.withdrawnAt));

/** Where both addresses were offered something in the same place, the later offer counts, as for one address. */
function hasLater({ tx }: Pick<Context, "tx">, emails: readonly string[]): SQL {
  const later = alias(roleInvitations, "later");
  const beside = tx
    .select({ id: later.id })
    .from(later)
    .where(
      and(
        eq(later.networkId, roleInvitations.networkId),
        sql`${later.eventId} is not distinct from ${roleInvitations.eventId}`,
        inArray(later.email, [...emails]),
        isNull(later.acceptedAt),
        isNull(later.withdrawnAt),
        gt(
          sql`(${later.createdAt}, ${later.id})`,
          sql`(${roleInvitations.createdAt}, ${roleInvitations.id})`,
        ),
      ),
    );
  return sql`exists ${beside}`;
}

async function carryOffers(context: Context, { networkId, fromEmail, toEmail }: CarriedAddress) {
  const { tx, now } = context;
  const emails = [fromEmail, toEmail];
  const ofBoth = and(eq(roleInvitations.networkId, networkId), inArray(roleInvitations.email, emails));
  await tx
    .update(roleInvitations)
    .set({ withdrawnAt: now })
    .where(and(ofBoth, isOpen, hasLater(context, emails)));
  // Also those that are over: whoever erases the person finds all of them by one address.
  const carried = await tx
    .update(roleInvitations)
    .set({ email: toEmail })
    .where(and(eq(roleInvitations.networkId, networkId), eq(roleInvitations.email, fromEmail)));
  return carried.rowCount ?? 0;
}

/**
 * Lets a person's entry in a network's list and the roles that were offered to them follow them to the address that they
 * have just proven. Within the change of the address, before it holds the person.
 */
export const carryMembership = defineCommand({
  name: "carry-membership",
  input: carryMembershipInput,
  permission: "person.ensure",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async (context, input) =>
    ok({ listed: await carryListed(context, input), offers: await carryOffers(context, input) }),
});
