import "server-only";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
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
  const [row] = await reader
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(seatPlans, eq(seatPlans.eventId, registrations.eventId))
    .where(
      and(
        eq(registrations.id, id),
        eq(registrations.status, "pending"),
        isNull(registrations.provenAt),
        eq(seatPlans.approval, true),
        trustsSomebody,
      ),
    );
  return row !== undefined;
}
