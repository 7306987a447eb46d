import "server-only";
import { and, eq, gt, inArray, or } from "drizzle-orm";
import { db } from "@/db/client";
import { meetingPeople, meetingRequests, meetings } from "@/db/schema/matchmaking";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";

type Engagements = { meetings: Id<"meeting">[]; requests: Id<"request">[] };

/** Talks ahead and requests that wait of a registration without a seat, also of one that asks anew; nothing with a seat. */
export async function openEngagementsOf(
  registrationId: Id<"registration">,
  now = clockNow(),
): Promise<Engagements> {
  const [registration] = await db().select().from(registrations).where(eq(registrations.id, registrationId));
  if (!registration?.personId || registration.status === "confirmed") return { meetings: [], requests: [] };
  const { personId, eventId } = registration;
  const talks = await db()
    .select({ id: meetings.id })
    .from(meetings)
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .where(
      and(
        eq(meetings.eventId, eventId),
        eq(meetings.status, "accepted"),
        gt(meetings.endsAt, now),
        eq(meetingPeople.personId, personId),
      ),
    );
  const asked = await db()
    .select({ id: meetingRequests.id })
    .from(meetingRequests)
    .where(
      and(
        eq(meetingRequests.eventId, eventId),
        inArray(meetingRequests.status, ["requested"]),
        or(eq(meetingRequests.fromPersonId, personId), eq(meetingRequests.toPersonId, personId)),
      ),
    );
  return { meetings: talks.map(({ id }) => id), requests: asked.map(({ id }) => id) };
}
