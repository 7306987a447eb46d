import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { db, type Reader } from "@/db/client";
import { people } from "@/db/schema/people";
import { erasures } from "@/db/schema/privacy";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";

const hashed = (id: AnyPgColumn) => sql`encode(sha256(convert_to(${id}, 'UTF8')), 'hex')`;

/** The whole log, oldest first, for the copy that is kept beside the backups. For scripts, which act as the system. */
export const listErasures = (reader: Reader = db()) =>
  reader.select().from(erasures).orderBy(asc(erasures.erasedAt), asc(erasures.idHash));

/** People who are here although they were erased: a backup has brought them back. */
export const peopleBroughtBack = (reader: Reader, limit: number) =>
  reader
    .select({ personId: people.id })
    .from(people)
    .innerJoin(erasures, and(eq(erasures.kind, "person"), eq(erasures.idHash, hashed(people.id))))
    .orderBy(asc(people.id))
    .limit(limit);

/** The same of registrations; one that was not proven yet when the backup was made leads to no person. */
export const registrationsBroughtBack = (reader: Reader, limit: number) =>
  reader
    .select({ registration: registrations, event: events, erasedAt: erasures.erasedAt })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .innerJoin(
      erasures,
      and(eq(erasures.kind, "registration"), eq(erasures.idHash, hashed(registrations.id))),
    )
    .orderBy(asc(registrations.eventId), asc(registrations.id))
    .limit(limit);
