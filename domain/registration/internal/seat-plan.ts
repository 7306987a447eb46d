import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { seatPlans } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";

export type SeatPlan = typeof seatPlans.$inferSelect;

/**
 * The event's seats, held until the transaction ends. Every command that gives or frees a seat takes this lock
 * first and reads everything else after it: what it then decides stays true.
 */
export async function lockSeats(tx: Transaction, eventId: Id<"event">): Promise<SeatPlan | undefined> {
  const [plan] = await tx.select().from(seatPlans).where(eq(seatPlans.eventId, eventId)).for("update");
  return plan;
}

export type SeatChange = { confirmed?: number; waiting?: number; places?: number; forgotten?: number };

/** Moves the counts of a locked plan by these differences. */
export async function moveSeats(tx: Transaction, eventId: Id<"event">, change: SeatChange): Promise<void> {
  const { confirmed = 0, waiting = 0, places = 0, forgotten = 0 } = change;
  await tx
    .update(seatPlans)
    .set({
      confirmed: sql`${seatPlans.confirmed} + ${confirmed}`,
      waiting: sql`${seatPlans.waiting} + ${waiting}`,
      nextPlace: sql`${seatPlans.nextPlace} + ${places}`,
      forgotten: sql`${seatPlans.forgotten} + ${forgotten}`,
    })
    .where(eq(seatPlans.eventId, eventId));
}
