import "server-only";
import { and, eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { contactShares } from "@/db/schema/matchmaking-talks";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { areApart } from "../internal/apart";
import { personsOf } from "./sides";

export type TalkContact = { name: string; organisation: string; email: string; event: string };

const sharesOf = (reader: Reader, meetingId: Id<"meeting">) =>
  reader
    .select({
      personId: meetingPeople.personId,
      eventId: meetings.eventId,
      sharedAt: contactShares.at,
      name: registrations.name,
      organisation: registrations.organisation,
      email: registrations.email,
      event: events.title,
    })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .innerJoin(events, eq(events.id, meetings.eventId))
    .innerJoin(
      registrations,
      and(eq(registrations.eventId, meetings.eventId), eq(registrations.personId, meetingPeople.personId)),
    )
    .leftJoin(
      contactShares,
      and(
        eq(contactShares.meetingId, meetingPeople.meetingId),
        eq(contactShares.personId, meetingPeople.personId),
      ),
    )
    .where(eq(meetingPeople.meetingId, meetingId));

/**
 * The other side's address of a talk of the viewer, once both have said that they exchange them; undefined before, for
 * everybody else, and once one of the two keeps the other away (P24).
 */
export async function contactOf(
  viewer: Actor,
  meetingId: Id<"meeting">,
  reader: Reader = db(),
): Promise<TalkContact | undefined> {
  const mine = await personsOf(reader, viewer);
  const sides = await sharesOf(reader, meetingId);
  const me = sides.find(({ personId }) => mine.includes(personId));
  const partner = sides.find(({ personId }) => personId !== me?.personId);
  if (!me || !partner || sides.some(({ sharedAt }) => sharedAt === null)) return undefined;
  const pair = { me: me.personId, partner: partner.personId, eventId: me.eventId };
  if (await areApart(reader, pair)) return undefined;
  const { name, organisation, email, event } = partner;
  return { name, organisation, email, event };
}

/** Whether this person has given their address for a talk. For jobs, which act as the system. */
export async function hasShared(
  meetingId: Id<"meeting">,
  personId: Id<"person">,
  reader: Reader = db(),
): Promise<boolean> {
  const share = and(eq(contactShares.meetingId, meetingId), eq(contactShares.personId, personId));
  return (await reader.$count(contactShares, share)) > 0;
}
