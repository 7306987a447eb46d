import { and, eq, gt, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roleInvitations } from "@/db/schema/alliance-roles";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { roleOffered } from "../events";
import { addressOf } from "../queries/people-of";
import { isEventRole, isOfficeRole, ROLE_OFFER_DAYS, ROLE_OFFERS_AN_HOUR } from "../rules";
import { setEventRole } from "./event-roles";
import { lockNetwork } from "./lock-network";
import { setRole } from "./roles";

const DAY_MS = 24 * 3_600_000;

type RoleOffer = typeof roleInvitations.$inferSelect;

/** An offer of a role as it stands, with its network held; whoever changes offers holds that first. */
export async function lockRoleOffer(tx: Transaction, id: Id<"roleInvitation">) {
  const find = () => tx.select().from(roleInvitations).where(eq(roleInvitations.id, id));
  const [seen] = await find();
  if (!seen) return undefined;
  await lockNetwork(tx, seen.networkId);
  const [offer] = await find();
  return offer;
}

const isOpen = and(isNull(roleInvitations.acceptedAt), isNull(roleInvitations.withdrawnAt));
const isOf = ({ networkId, eventId }: Pick<RoleOffer, "networkId" | "eventId">) =>
  and(
    eq(roleInvitations.networkId, networkId),
    eventId ? eq(roleInvitations.eventId, eventId) : isNull(roleInvitations.eventId),
  );

/**
 * What an owner decides about somebody's role takes the place of what was offered to them before: a mail of last week
 * would give back what was taken just now. The caller holds the network.
 */
export async function withdrawOffersTo(
  { tx, now }: Pick<Context, "tx" | "now">,
  { personId, ...place }: Pick<RoleOffer, "networkId" | "eventId"> & { personId: Id<"person"> },
): Promise<void> {
  const email = await addressOf(tx, personId);
  if (email === undefined) return;
  await tx
    .update(roleInvitations)
    .set({ withdrawnAt: now })
    .where(and(isOf(place), eq(roleInvitations.email, email), isOpen));
}

type Offered = Pick<RoleOffer, "networkId" | "eventId" | "email" | "role" | "locale">;

/**
 * Stores an offer in the place of an open one to the same address for the same office or event, and owes the mail. The
 * caller holds the network. Reason: rate_limited after twenty of the network within an hour.
 */
export async function makeRoleOffer({ tx, now, emit, actor }: Context, offered: Offered) {
  const { networkId, email } = offered;
  const ofNetwork = eq(roleInvitations.networkId, networkId);
  const lately = gt(roleInvitations.createdAt, new Date(now.getTime() - 3_600_000));
  if ((await tx.$count(roleInvitations, and(ofNetwork, lately))) >= ROLE_OFFERS_AN_HOUR)
    return fail("unavailable", "rate_limited");
  await tx
    .update(roleInvitations)
    .set({ withdrawnAt: now })
    .where(and(isOf(offered), eq(roleInvitations.email, email), isOpen));
  const offeredBy = actor.type === "person" ? actor.personId : null;
  const expiresAt = new Date(now.getTime() + ROLE_OFFER_DAYS * DAY_MS);
  const [made] = await tx
    .insert(roleInvitations)
    .values({ ...offered, offeredBy, expiresAt, createdAt: now })
    .returning({ invitationId: roleInvitations.id });
  if (!made) throw new Error("the offer was not stored");
  await emit({ kind: roleOffered, payload: { networkId, ...made } });
  return ok(made);
}

/** Gives what was offered, in the office or in the event; false where the network would lose its last owner by it. */
export async function giveOffered(
  context: Pick<Context, "tx" | "now">,
  { networkId, eventId, role }: RoleOffer,
  personId: Id<"person">,
): Promise<boolean> {
  if (!eventId) return isOfficeRole(role) && setRole(context, { networkId, personId }, role);
  if (!isEventRole(role)) return false;
  await setEventRole(context.tx, { eventId, personId }, role);
  return true;
}
