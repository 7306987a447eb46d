import type { EventRole, Grant, NetworkRole, Role } from "@/domain/grants";
import { contrast, parseHex, toOklch } from "@/lib/color/oklch";
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
export const isOfficeRole = (role: Role): role is OfficeRole => officeRoles.some((known) => known === role);

/** Roles in one event, given the same way. */
export const eventRoleNames = [
  "host",
  "cohost",
  "speaker",
  "check_in",
  "observer",
] as const satisfies EventRole[];
export const isEventRole = (role: Role): role is EventRole => eventRoleNames.some((known) => known === role);

/** What somebody does in an event: a role there, or `organizer` for the office of a network that co-hosts it with access. */
export type TaskRole = EventRole | "organizer";
export const isTaskRole = (role: Role): role is TaskRole => role === "organizer" || isEventRole(role);

/** How many addresses one paste may add, and how many a network may list. */
export const MOST_PASTED = 5_000;
export const MOST_LISTED = 50_000;
export const MOST_DOMAINS = 100;

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

type RoleChange = { from: NetworkRole | undefined; to: NetworkRole | undefined };
/** Whether somebody who owned a network owns it no more if this role becomes that one, or none. */
export const endsOwnership = ({ from, to }: RoleChange): boolean =>
  from === "network_admin" && to !== "network_admin";

/** A network always has an owner: whether it would lose its last one. */
export const losesLastOwner = (change: RoleChange & { otherOwners: number }): boolean =>
  endsOwnership(change) && change.otherOwners === 0;

type WithLogo = { id: Id<"network">; logoId: Id<"file"> | null; logoAlt: string };

/** Where a network's logo is; another picture has another address, so that no browser shows the old one. */
export const logoOf = ({ id, logoId, logoAlt }: WithLogo): { src: string; alt: string } | undefined =>
  logoId ? { src: `/api/networks/${id}/logo?v=${logoId.slice(-8)}`, alt: logoAlt } : undefined;

/** Colours a network may choose; white letters can be read on each of them. */
export const networkColours = [
  "#0a6ebd",
  "#283593",
  "#6a3fc8",
  "#8e24aa",
  "#ad1457",
  "#c2185b",
  "#b3261e",
  "#a84300",
  "#8a5a00",
  "#2e7d32",
  "#00695c",
  "#006978",
  "#546e7a",
  "#37474f",
] as const;

const READABLE = 4.5;
const WHITE = { l: 1, c: 0, h: 0 };

/** Whether white letters can be read on a colour (WCAG 2.2, 1.4.3). */
export function isReadableColour(hex: string): boolean {
  const rgb = parseHex(hex);
  return rgb !== undefined && contrast(toOklch(rgb), WHITE) >= READABLE;
}

type LegalColumns = Record<`${"imprint" | "privacy" | "terms"}${"De" | "En"}`, string>;
const legalParts = ["imprint", "privacy", "terms"] as const;
type LegalText = { part: (typeof legalParts)[number]; text: string; locale: "de" | "en" };

/** The network's own legal texts in the reader's language; where there is none, in the other. Empty ones are left out. */
export function legalTextsOf(network: LegalColumns, locale: "de" | "en"): LegalText[] {
  const other = locale === "de" ? "en" : "de";
  return legalParts.flatMap((part) => {
    const texts = { de: network[`${part}De`], en: network[`${part}En`] };
    const shown = texts[locale] === "" ? other : locale;
    return texts[shown] === "" ? [] : [{ part, text: texts[shown], locale: shown }];
  });
}

type Place = { slug: string };

/**
 * Where somebody works, if there is nothing to choose: the desk of their one network, unless an event of another one waits
 * for them too.
 */
export function onlyDesk<Network extends Place>(
  offices: readonly Network[],
  tasks: readonly { network: Place }[],
): Network | undefined {
  const [only, ...others] = offices;
  if (!only || others.length > 0) return undefined;
  return tasks.every(({ network }) => network.slug === only.slug) ? only : undefined;
}
