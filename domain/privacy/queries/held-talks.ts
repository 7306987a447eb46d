import "server-only";
import { and, asc, eq, notInArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import {
  hiddenFrom,
  listings,
  meetingPeople,
  meetingRequests,
  meetings,
  talkProfiles,
} from "@/db/schema/matchmaking";
import { requestMessages } from "@/db/schema/matchmaking-availability";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { talkWishes } from "@/db/schema/matchmaking-plans";
import { suggestionDismissals } from "@/db/schema/matchmaking-suggestions";
import { contactShares, talkNotes, talkPresences } from "@/db/schema/matchmaking-talks";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import type { Holder } from "@/domain/registration/queries/of-person";
import type { Entry } from "../rules";

const partner = alias(meetingPeople, "partner");

type OfOne = typeof talkPresences | typeof talkNotes | typeof contactShares;
const isMine = (table: OfOne) =>
  and(eq(table.meetingId, meetingPeople.meetingId), eq(table.personId, meetingPeople.personId));

/** Talks by appointment with their partners: the only others who are named, because they were met. */
export const heldTalks = (reader: Reader, { personId }: Holder): Promise<Entry[]> =>
  reader
    .select({
      event: events.title,
      startsAt: meetings.startsAt,
      endsAt: meetings.endsAt,
      status: meetings.status,
      partner: registrations.name,
      outcome: meetingPeople.outcome,
      came: sql<string | null>`coalesce(${talkPresences.corrected}, ${talkPresences.seen})`,
      minutes: sql<number | null>`round(${talkPresences.seconds} / 60.0)::int`,
      text: talkNotes.text,
      sharedAt: contactShares.at,
    })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .innerJoin(events, eq(events.id, meetings.eventId))
    .leftJoin(talkPresences, isMine(talkPresences))
    .leftJoin(talkNotes, isMine(talkNotes))
    .leftJoin(contactShares, isMine(contactShares))
    .leftJoin(partner, and(eq(partner.meetingId, meetings.id), sql`${partner.personId} <> ${personId}`))
    .leftJoin(
      registrations,
      and(eq(registrations.personId, partner.personId), eq(registrations.eventId, meetings.eventId)),
    )
    .where(eq(meetingPeople.personId, personId))
    .orderBy(asc(meetings.startsAt));

/**
 * Requests and wishes for talks, and suggestions that did not fit, and nobody else's about this person. Whoever only asked, was asked or suggested is no partner yet, and stays
 * without a name; so does their note.
 */
export async function heldRequests(reader: Reader, { personId }: Holder): Promise<Entry[]> {
  const rows = await reader
    .select({ request: meetingRequests, event: events.title })
    .from(meetingRequests)
    .innerJoin(events, eq(events.id, meetingRequests.eventId))
    .where(or(eq(meetingRequests.fromPersonId, personId), eq(meetingRequests.toPersonId, personId)))
    .orderBy(asc(meetingRequests.createdAt));
  const written = await reader
    .select({ event: events.title, text: requestMessages.text, createdAt: requestMessages.createdAt })
    .from(requestMessages)
    .innerJoin(meetingRequests, eq(meetingRequests.id, requestMessages.requestId))
    .innerJoin(events, eq(events.id, meetingRequests.eventId))
    .where(eq(requestMessages.personId, personId))
    .orderBy(asc(requestMessages.createdAt));
  const dismissed = await reader
    .select({
      event: events.title,
      outcome: suggestionDismissals.reason,
      createdAt: suggestionDismissals.createdAt,
    })
    .from(suggestionDismissals)
    .innerJoin(events, eq(events.id, suggestionDismissals.eventId))
    .where(eq(suggestionDismissals.personId, personId))
    .orderBy(asc(suggestionDismissals.createdAt));
  const asked = rows.map(({ request, event }): Entry => {
    const isMine = request.fromPersonId === personId;
    return {
      event,
      direction: isMine ? "sent" : "received",
      note: isMine ? request.note : null,
      status: request.status,
      createdAt: request.createdAt,
      answeredAt: request.answeredAt,
    };
  });
  const wished = await reader
    .select({ event: events.title, status: talkWishes.wish, createdAt: talkWishes.createdAt })
    .from(talkWishes)
    .innerJoin(events, eq(events.id, talkWishes.eventId))
    .where(and(eq(talkWishes.fromPersonId, personId), eq(talkWishes.by, "person")))
    .orderBy(asc(talkWishes.createdAt));
  const own = [...written, ...wished].map((entry) => ({ direction: "sent", ...entry }));
  return [...asked, ...own, ...dismissed, ...(await heldInvitations(reader, personId))];
}

/** Invitations into talks, made and got; whom somebody else asked, and who was asked, stays without a name. */
async function heldInvitations(reader: Reader, personId: Holder["personId"]): Promise<Entry[]> {
  const rows = await reader
    .select({ invitation: talkInvitations, event: events.title, startsAt: meetings.startsAt })
    .from(talkInvitations)
    .innerJoin(meetings, eq(meetings.id, talkInvitations.meetingId))
    .innerJoin(events, eq(events.id, meetings.eventId))
    .where(
      or(
        eq(talkInvitations.invitedById, personId),
        // What two others said between them is nobody's who was not asked.
        and(
          eq(talkInvitations.personId, personId),
          notInArray(talkInvitations.status, ["proposed", "refused"]),
        ),
      ),
    )
    .orderBy(asc(talkInvitations.createdAt));
  return rows.map(({ invitation, event, startsAt }) => ({
    ...{ event, startsAt, status: invitation.status },
    direction: invitation.invitedById === personId ? "sent" : "received",
    createdAt: invitation.createdAt,
    answeredAt: invitation.answeredAt,
  }));
}

/** What somebody says of themselves for talks, and the organisations that see nothing of it. */
export async function heldListings(reader: Reader, { personId }: Holder): Promise<Entry[]> {
  const tags = await reader
    .select({ listing: listings.kind, tag: listings.tag, text: listings.text, createdAt: listings.createdAt })
    .from(listings)
    .where(eq(listings.personId, personId))
    .orderBy(asc(listings.createdAt));
  const profiles = await reader.select().from(talkProfiles).where(eq(talkProfiles.personId, personId));
  const hidden = await reader
    .select({ organisation: hiddenFrom.organisation })
    .from(hiddenFrom)
    .where(eq(hiddenFrom.personId, personId));
  return [
    ...tags,
    ...profiles.map(({ role, size, region, languages, cooperation, ways, takesTalks, createdAt }) => ({
      text: [role, size, region, ...languages, ...cooperation, ...ways]
        .filter((part) => part !== "")
        .join(", "),
      talks: takesTalks,
      createdAt,
    })),
    ...hidden.map((row) => ({ visibleTo: "nobody", ...row })),
  ];
}
