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

type Share = Awaited<ReturnType<typeof sharesOf>>[number];

/** Those of them who do not keep away from this person. */
async function notApart(reader: Reader, me: Share, others: readonly Share[]): Promise<Share[]> {
  const found: Share[] = [];
  for (const other of others) {
    const pair = { me: me.personId, partner: other.personId, eventId: me.eventId };
    if (!(await areApart(reader, pair))) found.push(other);
  }
  return found;
}

/**
 * Addresses of the others in a talk of the viewer: of each who exchanges them, once the viewer does as well. Nobody's before,
 * nobody's for everybody else, and not of whom one keeps away or who keeps one away (P24).
 */
export async function contactsOf(
  viewer: Actor,
  meetingId: Id<"meeting">,
  reader: Reader = db(),
): Promise<TalkContact[]> {
  const mine = await personsOf(reader, viewer);
  const sides = await sharesOf(reader, meetingId);
  const me = sides.find(({ personId }) => mine.includes(personId));
  if (!me || me.sharedAt === null) return [];
  const others = sides.filter(({ personId, sharedAt }) => personId !== me.personId && sharedAt !== null);
  const found = await notApart(reader, me, others);
  return found.map(({ name, organisation, email, event }) => ({ name, organisation, email, event }));
}

/**
 * Who of a talk is to hear that this person gives their address: the others who have not given theirs. For jobs, which act as the
 * system.
 */
export async function toAskForContact(
  meetingId: Id<"meeting">,
  personId: Id<"person">,
  reader: Reader = db(),
): Promise<Id<"person">[]> {
  const sides = await sharesOf(reader, meetingId);
  const me = sides.find((side) => side.personId === personId);
  // Whoever has taken it back by now asks nobody.
  if (!me || me.sharedAt === null) return [];
  const others = sides.filter((side) => side.personId !== personId && side.sharedAt === null);
  return (await notApart(reader, me, others)).map((side) => side.personId);
}
