import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { alliances, networkMembers, networks } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { slugOf } from "@/lib/slug";
import { networkChanged } from "../events";
import { lockNetwork } from "../internal/lock-network";
import { makeRoleOffer } from "../internal/role-offer";
import { provenPersonOf } from "../queries/people-of";
import { type FoundedNetwork, foundNetworkInput } from "../schema";

type Founded = {
  networkId: Id<"network">;
  isNew: boolean;
  owner: "owner" | "invited" | "offered";
  invitationId: Id<"roleInvitation"> | null;
};

/** The installation has one alliance. Of two that are founded at once, the second waits for the first by its slug. */
async function allianceOf(tx: Transaction, { allianceName }: FoundedNetwork): Promise<Id<"alliance">> {
  const oldest = () =>
    tx
      .select({ id: alliances.id })
      .from(alliances)
      .orderBy(asc(alliances.createdAt), asc(alliances.id))
      .limit(1);
  const [known] = await oldest();
  if (known) return known.id;
  await tx
    .insert(alliances)
    .values({ slug: slugOf(allianceName), name: allianceName })
    .onConflictDoNothing();
  const [made] = await oldest();
  if (!made) throw new Error("the alliance was neither made nor found");
  return made.id;
}

/** The network of this address, made when there is none. */
async function networkOf(tx: Transaction, input: FoundedNetwork) {
  const { slug, name, mark, colour, contactEmail } = input;
  const allianceId = await allianceOf(tx, input);
  const [made] = await tx
    .insert(networks)
    .values({ allianceId, slug, name, mark, colour, contactEmail })
    .onConflictDoNothing({ target: networks.slug })
    .returning({ id: networks.id, name: networks.name });
  if (made) return { ...made, isNew: true };
  const [known] = await tx
    .select({ id: networks.id, name: networks.name })
    .from(networks)
    .where(eq(networks.slug, slug));
  return known && { ...known, isNew: false };
}

/** What the address already is in the network's office. */
async function ownerState(
  { tx, now }: Context,
  { networkId, email }: { networkId: Id<"network">; email: string },
): Promise<"owner" | "invited" | undefined> {
  const personId = await provenPersonOf(tx, email);
  const isOwner = and(
    eq(networkMembers.networkId, networkId),
    eq(networkMembers.role, "network_admin"),
    personId && eq(networkMembers.personId, personId),
  );
  if (personId && (await tx.$count(networkMembers, isOwner)) > 0) return "owner";
  const isOpen = and(
    eq(roleInvitations.networkId, networkId),
    isNull(roleInvitations.eventId),
    eq(roleInvitations.email, email),
    eq(roleInvitations.role, "network_admin"),
    isNull(roleInvitations.acceptedAt),
    isNull(roleInvitations.withdrawnAt),
    gt(roleInvitations.expiresAt, now),
  );
  return (await tx.$count(roleInvitations, isOpen)) > 0 ? "invited" : undefined;
}

/**
 * Founds a network and invites its owner, who has the role once they have proven their address. What is there already
 * stays as it is, so a repeat changes nothing and mails nothing. Reasons: slug_taken by a network of another name;
 * rate_limited.
 */
export const foundNetwork = defineCommand({
  name: "found-network",
  input: foundNetworkInput,
  permission: "network.found",
  load: async () => ({ networkId: null }),
  run: async (context, input) => {
    const { tx, emit } = context;
    const network = await networkOf(tx, input);
    if (!network || network.name !== input.name) return fail("conflict", "slug_taken");
    const networkId = network.id;
    if (network.isNew) await emit({ kind: networkChanged, payload: { networkId } });
    await lockNetwork(tx, networkId);
    const made = { networkId, isNew: network.isNew };
    const owner = await ownerState(context, { networkId, email: input.ownerEmail });
    if (owner) return ok<Founded>({ ...made, owner, invitationId: null });
    const { ownerEmail: email, locale } = input;
    const offer = await makeRoleOffer(context, {
      networkId,
      eventId: null,
      email,
      role: "network_admin",
      locale,
    });
    return offer.ok ? ok<Founded>({ ...made, owner: "offered", ...offer.value }) : offer;
  },
});
