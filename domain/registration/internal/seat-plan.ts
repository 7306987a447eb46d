import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { seatPlans } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import { countedIn } from "../rules";

export type SeatPlan = typeof seatPlans.$inferSelect;

/**
 * The event's seats, held until the transaction ends. Every command that gives or frees a seat takes this lock
 * first and reads everything else after it: what it then decides stays true. `execute` sends it at once, so that what
 * is called next stands behind it.
 */
export async function lockSeats(tx: Transaction, eventId: Id<"event">): Promise<SeatPlan | undefined> {
  const locked = tx.select().from(seatPlans).where(eq(seatPlans.eventId, eventId)).for("update");
  const [plan] = await locked.execute();
  return plan;
}

const moving = [
  "confirmed",
  "waiting",
  "offered",
  "onsiteConfirmed",
  "onsiteWaiting",
  "onsiteOffered",
  "pending",
  "nextPlace",
  "forgotten",
] as const;
export type SeatChange = Partial<Record<(typeof moving)[number], number>>;

/** Moves the counts of a locked plan by these differences. */
export async function moveSeats(tx: Transaction, eventId: Id<"event">, change: SeatChange): Promise<void> {
  const moved = moving.flatMap((column) => {
    const by = change[column];
    return by ? [[column, sql`${seatPlans[column]} + ${by}`] as const] : [];
  });
  if (moved.length > 0)
    await tx.update(seatPlans).set(Object.fromEntries(moved)).where(eq(seatPlans.eventId, eventId));
}

/** How a locked plan reads after such a change. */
export function movedBy(plan: SeatPlan, change: SeatChange): SeatPlan {
  const moved = { ...plan };
  for (const column of moving) moved[column] += change[column] ?? 0;
  return moved;
}

/** The sum of several changes. */
export function sumOf(changes: readonly SeatChange[]): SeatChange {
  const sum: SeatChange = {};
  for (const column of moving) {
    const by = changes.reduce((all, change) => all + (change[column] ?? 0), 0);
    if (by !== 0) sum[column] = by;
  }
  return sum;
}

type Standing = Parameters<typeof countedIn>[0];

/** The change of counts when a registration goes from one standing to another. */
export function changeOf(from: Standing | undefined, to: Standing | undefined): SeatChange {
  const [left, entered] = [from && countedIn(from), to && countedIn(to)];
  return sumOf([left ? { [left]: -1 } : {}, entered ? { [entered]: 1 } : {}]);
}
