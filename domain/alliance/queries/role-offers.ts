import "server-only";
import { and, eq, gt, isNull, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { events } from "@/db/schema/programme";
import { profileOf } from "@/domain/people/queries";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { isOfferOpen } from "../rules";

/** Of rows of `role_invitations`: neither accepted nor withdrawn nor over. */
export const isOfferOpenAt = (now: Date): SQL | undefined =>
  and(
    isNull(roleInvitations.acceptedAt),
    isNull(roleInvitations.withdrawnAt),
    gt(roleInvitations.expiresAt, now),
  );

const columns = {
  id: roleInvitations.id,
  email: roleInvitations.email,
  role: roleInvitations.role,
  locale: roleInvitations.locale,
  expiresAt: roleInvitations.expiresAt,
  acceptedAt: roleInvitations.acceptedAt,
  withdrawnAt: roleInvitations.withdrawnAt,
  network: {
    slug: networks.slug,
    name: networks.name,
    mark: networks.mark,
    colour: networks.colour,
    contactEmail: networks.contactEmail,
  },
  /** Null for a role in the office. */
  event: {
    title: events.title,
    language: events.language,
    startsAt: events.startsAt,
    endsAt: events.endsAt,
    timeZone: events.timeZone,
  },
};

async function openOffer(id: Id<"roleInvitation">, now: Date) {
  const [offer] = await db()
    .select(columns)
    .from(roleInvitations)
    .innerJoin(networks, eq(networks.id, roleInvitations.networkId))
    .leftJoin(events, eq(events.id, roleInvitations.eventId))
    .where(eq(roleInvitations.id, id));
  return offer && isOfferOpen(offer, now) ? offer : undefined;
}
export type RoleOffer = NonNullable<Awaited<ReturnType<typeof openOffer>>>;

/** An open offer for the person of the address it was mailed to; to others it looks like one that is over or never was. */
export async function roleOfferFor(
  viewer: Actor,
  id: Id<"roleInvitation">,
  now: Date,
): Promise<RoleOffer | undefined> {
  const [offer, profile] = await Promise.all([openOffer(id, now), profileOf(viewer)]);
  return offer && profile?.email === offer.email && profile.emailVerified ? offer : undefined;
}

/** What the mail about an offer says; undefined once it was accepted, withdrawn or is over. */
export const roleOfferMail = openOffer;
