import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";

const waitingPlace = sql<number | null>`
  case when ${registrations.status} = 'waiting'
  then (rank() over (partition by ${registrations.status}, ${registrations.attendance}
                     order by ${registrations.priority} desc, ${registrations.place}))::int end`;

const columns = {
  id: registrations.id,
  name: registrations.name,
  organisation: registrations.organisation,
  email: registrations.email,
  status: registrations.status,
  /** Place on the waiting list, from 1; null for everybody else. */
  waitingPlace,
  attendance: registrations.attendance,
  talksOptIn: registrations.talksOptIn,
  tags: registrations.tags,
  createdAt: registrations.createdAt,
  provenAt: registrations.provenAt,
};

export type ExportedRegistration = NonNullable<Awaited<ReturnType<typeof listForExport>>>[number];

/**
 * Everybody registered for an event as they stand at one moment, in the order in which they asked, for whoever may
 * take the list away; undefined for others. `exportRegistrations` comes first: it writes that down.
 */
export async function listForExport(viewer: Actor, eventId: Id<"event">, reader: Reader = db()) {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "registration.export", scope)) return undefined;
  return reader
    .select(columns)
    .from(registrations)
    .where(eq(registrations.eventId, eventId))
    .orderBy(asc(registrations.place), asc(registrations.id));
}
