import "server-only";
import { and, desc, eq, gt, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { meetingRequests, meetings } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { mailReference, mails } from "@/db/schema/notifications";
import { eventNetworks, events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";

export type MailRow = typeof mails.$inferSelect;

/**
 * Mails whose time has come, by their turn and then by age, held by whoever reads them; those held by others are left
 * out. A message to ten thousand people is due before whatever anybody causes afterwards, and takes minutes to send.
 */
export const lockDueMails = (reader: Reader, { limit, now }: { limit: number; now: Date }) =>
  reader
    .select()
    .from(mails)
    // Said outright, not as a parameter: it is the condition of the index `mails_due`.
    .where(and(sql`${mails.state} = 'queued'`, lte(mails.nextAttemptAt, now)))
    .orderBy(mails.turn, mails.nextAttemptAt)
    .limit(limit)
    .for("update", { skipLocked: true });

/** For `lockMailByReference` and the test of its index. */
export const mailsByReference = (reader: Reader, reference: string) =>
  reader
    .select()
    .from(mails)
    .where(sql`${mailReference(mails.dedupeKey)} = ${reference}`)
    .limit(1)
    .for("update");

/** The mail with this Message-ID, which is made of its key; held until the transaction ends. */
export async function lockMailByReference(reader: Reader, reference: string): Promise<MailRow | undefined> {
  const [mail] = await mailsByReference(reader, reference);
  return mail;
}

/** When the counted mails to this address went out or will: those of the last hour and later. */
export async function typedMailTimes(reader: Reader, email: string, now: Date): Promise<Date[]> {
  const since = new Date(now.getTime() - 3_600_000);
  const rows = await reader
    .select({ heldUntil: mails.heldUntil, createdAt: mails.createdAt })
    .from(mails)
    .where(
      and(
        eq(mails.toEmail, email),
        eq(mails.counted, true),
        ne(mails.state, "dropped"),
        or(gt(mails.createdAt, since), gt(mails.heldUntil, since)),
      ),
    );
  return rows.map(({ heldUntil, createdAt }) => heldUntil ?? createdAt);
}

/** Whether the mail is about a registration whose address somebody merely typed. */
export async function isUnproven(reader: Reader, subjectId: string): Promise<boolean> {
  const isIt = and(sql`${registrations.id} = ${subjectId}`, isNull(registrations.provenAt));
  return (await reader.$count(registrations, isIt)) > 0;
}

const eventTimes = { status: events.status, startsAt: events.startsAt, endsAt: events.endsAt };

const statusOfRegistration = async (reader: Reader, subjectId: string) => {
  const isIt = sql`${registrations.id} = ${subjectId}`;
  const [row] = await reader
    .select({ status: registrations.status, event: eventTimes })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(isIt);
  return row && { about: "registration" as const, ...row };
};

const statusOfMeeting = async (reader: Reader, subjectId: string) => {
  const isIt = sql`${meetings.id} = ${subjectId}`;
  const [row] = await reader
    .select({ status: meetings.status, event: eventTimes })
    .from(meetings)
    .innerJoin(events, eq(events.id, meetings.eventId))
    .where(isIt);
  return row && { about: "meeting" as const, ...row };
};

const statusOfRequest = async (reader: Reader, subjectId: string) => {
  const isIt = sql`${meetingRequests.id} = ${subjectId}`;
  const [row] = await reader
    .select({ status: meetingRequests.status, event: eventTimes })
    .from(meetingRequests)
    .innerJoin(events, eq(events.id, meetingRequests.eventId))
    .where(isIt);
  return row && { about: "request" as const, ...row };
};

const statusOfTalkInvitation = async (reader: Reader, subjectId: string) => {
  const isIt = sql`${talkInvitations.id} = ${subjectId}`;
  const [row] = await reader
    .select({ status: talkInvitations.status, event: eventTimes })
    .from(talkInvitations)
    .innerJoin(meetings, eq(meetings.id, talkInvitations.meetingId))
    .innerJoin(events, eq(events.id, meetings.eventId))
    .where(isIt);
  return row && { about: "talkInvitation" as const, ...row };
};

/** How it stands now with what a mail is about, and with its event; undefined when it is gone, or when no state belongs to it. */
export async function subjectStatus(reader: Reader, subjectId: string) {
  if (subjectId.startsWith("reg_")) return statusOfRegistration(reader, subjectId);
  if (subjectId.startsWith("mtg_")) return statusOfMeeting(reader, subjectId);
  if (subjectId.startsWith("tki_")) return statusOfTalkInvitation(reader, subjectId);
  return subjectId.startsWith("req_") ? statusOfRequest(reader, subjectId) : undefined;
}

/** Name and contact of the network that stands behind an event's mails, by event. */
export async function sendersOf(reader: Reader, eventIds: readonly Id<"event">[]) {
  if (eventIds.length === 0) return new Map<string, { name: string; email: string }>();
  const rows = await reader
    .select({ eventId: events.id, name: networks.name, email: networks.contactEmail })
    .from(events)
    .innerJoin(networks, eq(networks.id, events.networkId))
    .where(inArray(events.id, [...eventIds]));
  return new Map<string, { name: string; email: string }>(
    rows.map(({ eventId, ...sender }) => [eventId, sender]),
  );
}

export type MailHosts = {
  name: string;
  mark: string;
  colour: string;
  contactEmail: string;
  /** Other networks whose names stand on the page. */
  others: string[];
};

/** Who stands at the head of an event's mails. Throws for an event that does not exist. */
export async function mailHostsOf(eventId: Id<"event">, reader: Reader = db()): Promise<MailHosts> {
  const columns = {
    id: networks.id,
    name: networks.name,
    mark: networks.mark,
    colour: networks.colour,
    contactEmail: networks.contactEmail,
  };
  const [[lead], others] = await Promise.all([
    reader
      .select(columns)
      .from(events)
      .innerJoin(networks, eq(networks.id, events.networkId))
      .where(eq(events.id, eventId)),
    reader
      .select({ id: networks.id, name: networks.name })
      .from(eventNetworks)
      .innerJoin(networks, eq(networks.id, eventNetworks.networkId))
      .where(and(eq(eventNetworks.eventId, eventId), eq(eventNetworks.shown, true)))
      .orderBy(networks.name),
  ]);
  if (!lead) throw new Error("an event without a network");
  const { id, ...host } = lead;
  return { ...host, others: others.flatMap((other) => (other.id === id ? [] : [other.name])) };
}

/** The development mailbox: the newest mails, all or those to one address. Only demo mode may show it. */
export async function listMailbox(to?: string, limit = 200): Promise<MailRow[]> {
  return db()
    .select()
    .from(mails)
    .where(to === undefined ? undefined : eq(mails.toEmail, to.trim().toLowerCase()))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(limit);
}

const TO_TELL: (typeof registrations.$inferSelect)["status"][] = [
  "confirmed",
  "waiting",
  "offered",
  "pending",
];

/** Everybody who has to hear of a change of the event: who has a place, and who waits for one or for an answer. */
export async function registrationsToTell(eventId: Id<"event">): Promise<Id<"registration">[]> {
  const rows = await db()
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), inArray(registrations.status, TO_TELL)))
    .orderBy(registrations.place);
  return rows.map(({ id }) => id);
}
