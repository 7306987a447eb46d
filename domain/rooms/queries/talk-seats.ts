import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { admissions, assignments } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";

type InRound = { roundId: Id<"round">; eventId: Id<"event">; personId: Id<"person"> };

/** As whom this person has a place in the room of the talk. */
export async function seatsInTalk(
  reader: Reader,
  { roundId, eventId, personId }: InRound,
): Promise<Id<"admission">[]> {
  const own = reader
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.personId, personId)));
  const rows = await reader
    .select({ id: admissions.id })
    .from(assignments)
    .innerJoin(admissions, eq(admissions.id, assignments.admissionId))
    .where(
      and(
        eq(assignments.roundId, roundId),
        or(eq(admissions.personId, personId), inArray(admissions.registrationId, own)),
      ),
    );
  return rows.map(({ id }) => id);
}
