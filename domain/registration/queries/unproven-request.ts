import "server-only";
import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { events } from "@/db/schema/programme";
import { registrations, seatPlans } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";

/**
 * Whether this request may be granted by rule as soon as its address is proven. It says that there is a rule, not whom it
 * is about. For jobs, and for pages that have found the registration as its holder's own.
 */
export async function waitsForProof(id: Id<"registration">, reader: Reader = db()): Promise<boolean> {
  const trustsSomebody = or(
    eq(seatPlans.confirmMembers, true),
    sql`cardinality(${seatPlans.confirmDomains}) > 0`,
  );
  // Whom a colleague has named for a members-only event is in as soon as they show that they are a member.
  const isNamed = and(eq(events.membersOnly, true), isNotNull(registrations.registeredBy));
  const [row] = await reader
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(seatPlans, eq(seatPlans.eventId, registrations.eventId))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(
      and(
        eq(registrations.id, id),
        eq(registrations.status, "pending"),
        isNull(registrations.provenAt),
        or(and(eq(seatPlans.approval, true), trustsSomebody), isNamed),
      ),
    );
  return row !== undefined;
}
