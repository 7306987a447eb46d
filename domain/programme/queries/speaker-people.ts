import "server-only";
import { and, eq, exists, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { eventRoles } from "@/db/schema/alliance-roles";
import { people } from "@/db/schema/people";
import { speakers } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { eventScope } from "../queries";

/**
 * The person of this proven address who takes part in the event: with a place, or with a role in it. Nobody else is found, so
 * that the desk says of no address whether it has an account.
 */
export async function personAtEvent(
  reader: Reader,
  { eventId, email }: { eventId: Id<"event">; email: string },
): Promise<Id<"person"> | undefined> {
  const one = { personId: people.id };
  const hasPlace = and(
    eq(registrations.eventId, eventId),
    eq(registrations.personId, people.id),
    inArray(registrations.status, ["confirmed", "waiting", "offered", "pending"]),
  );
  const hasRole = and(eq(eventRoles.eventId, eventId), eq(eventRoles.personId, people.id));
  const [found] = await reader
    .select(one)
    .from(people)
    .where(
      and(
        eq(people.email, email),
        isNotNull(people.emailVerified),
        isNull(people.erasedAt),
        or(
          exists(reader.select({ id: registrations.id }).from(registrations).where(hasPlace)),
          exists(reader.select({ id: eventRoles.personId }).from(eventRoles).where(hasRole)),
        ),
      ),
    );
  return found?.personId;
}

/** By the name on the page, who that is: for whoever may change the page, and never an address. */
export async function speakerPeople(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<Record<string, string>> {
  const event = await eventScope(reader, eventId);
  if (!event || !can(viewer, "event.update", event)) return {};
  const rows = await reader
    .select({ speakerId: speakers.id, name: people.name })
    .from(speakers)
    .innerJoin(people, eq(people.id, speakers.personId))
    .where(eq(speakers.eventId, eventId));
  return Object.fromEntries(rows.map(({ speakerId, name }) => [speakerId, name]));
}
