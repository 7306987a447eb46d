import "server-only";
import { and, asc, eq, gt, lte } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";

const isOffered = eq(registrations.status, "offered");

/** Events of which an offer's time is over. For the clock, which acts as the system. */
export async function eventsWithDueOffers(now: Date): Promise<Id<"event">[]> {
  const rows = await db()
    .selectDistinct({ eventId: registrations.eventId })
    .from(registrations)
    .where(and(isOffered, lte(registrations.offeredUntil, now)));
  return rows.map(({ eventId }) => eventId);
}

/** When offers end within this time. */
export async function nextOfferEnds({ from, until }: { from: Date; until: Date }): Promise<Date[]> {
  const isThen = and(gt(registrations.offeredUntil, from), lte(registrations.offeredUntil, until));
  const rows = await db()
    .selectDistinct({ at: registrations.offeredUntil })
    .from(registrations)
    .where(and(isOffered, isThen))
    .orderBy(asc(registrations.offeredUntil));
  return rows.flatMap(({ at }) => (at ? [at] : []));
}
