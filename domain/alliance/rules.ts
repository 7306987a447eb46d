import { emailAddress } from "@/domain/people/schema";
import type { Grant, NetworkRole } from "@/domain/policy";
import type { Id } from "@/lib/ids";

/**
 * Whether somebody with these grants belongs to the network: by a role in it, by its list or by a domain of it. What
 * they may do in single events makes nobody a member. Grants are held by proven people only.
 */
export const belongsTo = (grants: readonly Grant[], networkId: Id<"network">): boolean =>
  grants.some((grant) => grant.networkId === networkId && grant.eventId === undefined);

/** Roles in the office, given by invitation, the one with the most rights first. */
export const officeRoles = ["network_admin", "organizer", "observer"] as const;
export type OfficeRole = (typeof officeRoles)[number];
export const isOfficeRole = (role: NetworkRole): role is OfficeRole =>
  officeRoles.some((known) => known === role);

/** How many addresses one paste may add, and how many a network may list. */
export const MOST_PASTED = 5_000;
export const MOST_LISTED = 50_000;
export const MOST_DOMAINS = 100;

/**
 * The addresses in a text that was pasted: a column, a whole table or what a mail program copies. What has an @ and is
 * no address is named, so that somebody can mend it; headings, names and other cells are passed over.
 */
export function addressesIn(text: string): { addresses: string[]; refused: string[] } {
  const words = text.split(/[\s,;<>"'()|]+/).filter((word) => word.includes("@"));
  const read = [...new Set(words)].map((word) => ({ word, parsed: emailAddress.safeParse(word) }));
  const addresses = read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
  const refused = read.flatMap(({ word, parsed }) => (parsed.success ? [] : [word.slice(0, 80)]));
  return { addresses: [...new Set(addresses)], refused };
}

/** Where everybody in the world can have an address: as a domain of members, it would make members of them all. */
const PUBLIC_MAIL = new Set(
  `aol.com arcor.de email.de fastmail.com freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com
  hotmail.com hotmail.de icloud.com live.com live.de mac.com mail.de mail.ru mailbox.org me.com msn.com outlook.com
  outlook.de posteo.de posteo.net proton.me protonmail.com t-online.de tutanota.com web.de yahoo.com yahoo.de
  yandex.com zoho.com`.split(/\s+/),
);
export const isPublicMail = (domain: string): boolean => PUBLIC_MAIL.has(domain);

/** How long an offered role can be accepted. */
export const ROLE_OFFER_DAYS = 14;
export const ROLE_OFFERS_AN_HOUR = 20;

type Offer = { expiresAt: Date; acceptedAt: Date | null; withdrawnAt: Date | null };
export const isOfferOpen = ({ expiresAt, acceptedAt, withdrawnAt }: Offer, now: Date): boolean =>
  !acceptedAt && !withdrawnAt && expiresAt > now;

/** A network always has an owner: whether it would lose its last one if this role became that one, or none. */
export const losesLastOwner = (change: {
  from: NetworkRole | undefined;
  to: NetworkRole | undefined;
  otherOwners: number;
}): boolean => change.from === "network_admin" && change.to !== "network_admin" && change.otherOwners === 0;
