import "server-only";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { networkAddresses, networkMembers, networks } from "@/db/schema/alliance";
import { eventRoles, roleInvitations } from "@/db/schema/alliance-roles";
import { calendarFeeds } from "@/db/schema/calendar";
import { auditEntries } from "@/db/schema/kernel";
import { circulars, mailBounces, mailRefusals, mails } from "@/db/schema/notifications";
import { accounts, emailChanges, logins, people } from "@/db/schema/people";
import { events, speakers } from "@/db/schema/programme";
import type { Holder } from "@/domain/registration/queries/of-person";
import { refusalHash } from "@/lib/tokens";
import type { Entry } from "../rules";

type Held = Promise<Entry[]>;

/** What the person says of itself. */
export const heldProfile = (reader: Reader, { personId }: Holder): Held =>
  reader
    .select({
      name: people.name,
      email: people.email,
      organisation: people.organisation,
      image: people.image,
      language: people.locale,
      timeZone: people.timeZone,
      createdAt: people.createdAt,
      provenAt: people.emailVerified,
    })
    .from(people)
    .where(eq(people.id, personId));

/** Roles that are held or were offered, and lists of members that name the address. */
export async function heldRoles(reader: Reader, { personId, email }: Holder): Held {
  const inNetworks = await reader
    .select({ network: networks.name, role: networkMembers.role, createdAt: networkMembers.createdAt })
    .from(networkMembers)
    .innerJoin(networks, eq(networks.id, networkMembers.networkId))
    .where(eq(networkMembers.personId, personId));
  const inEvents = await reader
    .select({ event: events.title, role: eventRoles.role })
    .from(eventRoles)
    .innerJoin(events, eq(events.id, eventRoles.eventId))
    .where(eq(eventRoles.personId, personId))
    .orderBy(asc(events.startsAt));
  const listed = await reader
    .select({
      network: networks.name,
      email: networkAddresses.email,
      from: networkAddresses.listedAs,
      createdAt: networkAddresses.createdAt,
    })
    .from(networkAddresses)
    .innerJoin(networks, eq(networks.id, networkAddresses.networkId))
    .where(eq(networkAddresses.email, email));
  const offered = await reader
    .select({
      network: networks.name,
      event: events.title,
      role: roleInvitations.role,
      askedAt: roleInvitations.createdAt,
      expiresAt: roleInvitations.expiresAt,
    })
    .from(roleInvitations)
    .innerJoin(networks, eq(networks.id, roleInvitations.networkId))
    .leftJoin(events, eq(events.id, roleInvitations.eventId))
    .where(eq(roleInvitations.email, email));
  return [...inNetworks, ...inEvents, ...listed, ...offered];
}

/** Where somebody is signed in and by what, never with what opens it. */
export async function heldSignIns(reader: Reader, { personId }: Holder): Held {
  const open = await reader
    .select({ signedInAt: logins.createdAt, expiresAt: logins.expires })
    .from(logins)
    .where(eq(logins.userId, personId))
    .orderBy(desc(logins.createdAt));
  const by = await reader
    .select({ provider: accounts.provider, accountId: accounts.providerAccountId })
    .from(accounts)
    .where(eq(accounts.userId, personId));
  const changes = await reader
    .select({ from: emailChanges.fromEmail, to: emailChanges.toEmail, askedAt: emailChanges.createdAt })
    .from(emailChanges)
    .where(eq(emailChanges.personId, personId));
  return [...open, ...by, ...changes];
}

export const heldCalendar = (reader: Reader, { personId }: Holder): Held =>
  reader
    .select({ sharedAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, personId));

/** As which speaker the person stands on public pages. */
export const heldSpeakers = (reader: Reader, { personId }: Holder): Held =>
  reader
    .select({ event: events.title, name: speakers.name, organisation: speakers.organisation })
    .from(speakers)
    .innerJoin(events, eq(events.id, speakers.eventId))
    .where(eq(speakers.personId, personId))
    .orderBy(asc(events.startsAt));

/** Messages to many that the person has written. */
export const heldCirculars = (reader: Reader, { personId }: Holder): Held =>
  reader
    .select({
      event: events.title,
      subjectDe: circulars.subjectDe,
      bodyDe: circulars.bodyDe,
      subjectEn: circulars.subjectEn,
      bodyEn: circulars.bodyEn,
      createdAt: circulars.createdAt,
    })
    .from(circulars)
    .innerJoin(events, eq(events.id, circulars.eventId))
    .where(eq(circulars.authorId, personId))
    .orderBy(asc(circulars.createdAt));

/** Our copies of mails to this address. Not what they say: that can be about others, and is in the own mailbox. */
export const heldMails = (reader: Reader, { email }: Holder): Held =>
  reader
    .select({
      mail: mails.kind,
      event: events.title,
      to: mails.toEmail,
      state: mails.state,
      createdAt: mails.createdAt,
      sentAt: mails.sentAt,
    })
    .from(mails)
    .leftJoin(events, eq(events.id, mails.eventId))
    .where(eq(mails.toEmail, email))
    .orderBy(asc(mails.createdAt));

/** Networks of which this address wants no mail but what its registrations need, or whose mails came back from it. */
export async function heldRefusals(reader: Reader, { email }: Holder): Held {
  const all = await reader.select({ id: networks.id, name: networks.name }).from(networks);
  const nameOf = new Map(all.map(({ id, name }) => [refusalHash({ networkId: id, email }), name]));
  const rows = await reader
    .select({ hash: mailRefusals.addressHash, refusedAt: mailRefusals.createdAt })
    .from(mailRefusals)
    .where(inArray(mailRefusals.addressHash, [...nameOf.keys()]));
  const bounced = await reader
    .select({ hash: mailBounces.addressHash, at: mailBounces.createdAt })
    .from(mailBounces)
    .where(inArray(mailBounces.addressHash, [...nameOf.keys()]));
  const named = (hash: string) => ({ network: nameOf.get(hash) ?? "" });
  return [
    ...rows.map(({ hash, refusedAt }) => ({ ...named(hash), refusedAt })),
    ...bounced.map(({ hash, at }) => ({ ...named(hash), state: "failed", at })),
  ];
}

/** Which changes the person has made, refused ones included. */
export const heldActivity = (reader: Reader, { personId }: Holder): Held =>
  reader
    .select({
      at: auditEntries.at,
      command: auditEntries.command,
      outcome: auditEntries.outcome,
      event: events.title,
    })
    .from(auditEntries)
    .leftJoin(events, eq(events.id, auditEntries.eventId))
    .where(and(eq(auditEntries.actorKind, "person"), eq(auditEntries.actorId, personId)))
    .orderBy(asc(auditEntries.at));
