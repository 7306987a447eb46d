import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { eventRoles } from "@/db/schema/alliance-roles";
import { meetingPeople, meetingRequests } from "@/db/schema/matchmaking";
import { logins, people } from "@/db/schema/people";
import { speakers } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { admissions } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import { keptSince } from "@/lib/privacy/retention";

const stamp = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** Whoever has a part in a network or an event, a registration that is kept, or is signed in somewhere. */
const isNeeded = (now: Date): SQL => sql`(
  exists (select 1 from ${registrations} where ${registrations.personId} = ${people.id})
  or exists (select 1 from ${admissions} where ${admissions.personId} = ${people.id})
  or exists (select 1 from ${networkMembers} where ${networkMembers.personId} = ${people.id})
  or exists (select 1 from ${eventRoles} where ${eventRoles.personId} = ${people.id})
  or exists (select 1 from ${speakers} where ${speakers.personId} = ${people.id})
  or exists (select 1 from ${meetingPeople} where ${meetingPeople.personId} = ${people.id})
  or exists (select 1 from ${meetingRequests}
    where ${people.id} in (${meetingRequests.fromPersonId}, ${meetingRequests.toPersonId}))
  or exists (select 1 from ${logins} where ${logins.userId} = ${people.id} and ${logins.expires} > ${stamp(now)}))`;

const isUnseen = (now: Date): SQL | undefined =>
  and(
    eq(people.demo, false),
    sql`coalesce(${people.emailVerified}, ${people.createdAt}) < ${stamp(keptSince("people", now))}`,
    sql`not ${isNeeded(now)}`,
  );

/** People whom nothing needs and who have not been seen for long, held: who is just signing in waits or is left out. */
export async function lockUnseen(
  reader: Reader,
  { now, limit }: { now: Date; limit: number },
): Promise<Id<"person">[]> {
  const rows = await reader
    .select({ id: people.id })
    .from(people)
    .where(isUnseen(now))
    .limit(limit)
    .for("update", { skipLocked: true });
  return rows.map(({ id }) => id);
}

/** The same of people who are held already: true of what was committed until the lock was had. */
export const isStillUnseen = (ids: readonly Id<"person">[], now: Date): SQL | undefined =>
  and(inArray(people.id, [...ids]), isUnseen(now));
