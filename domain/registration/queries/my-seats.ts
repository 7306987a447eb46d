import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { seatPlans } from "@/db/schema/registration";
import type { MyRegistration } from "../queries";
import { type Attendance, isSwitchClosed, MOST_COLLEAGUES, mayBring, seatingOf, seatsOf } from "../rules";

/** What the holder of a registration can do about their seat. */
export type MySeats = {
  /** The other kind of seats and what it has for this person; null where there is none, or it is too late. */
  other: { attendance: Attendance; gives: "seat" | "waiting" | "nothing" } | null;
  /** Until when they can switch; null where there is one kind of seats only. */
  switchUntil: Date | null;
  /** Colleagues they can still register. */
  colleagues: number;
};

type Standing = Pick<MyRegistration, "eventId" | "attendance" | "status" | "colleagues">;

/** For somebody who has found their own registration: nothing in it is about anybody else. */
export async function seatsForMe(registration: Standing, now: Date): Promise<MySeats | undefined> {
  const [found] = await db()
    .select({ plan: seatPlans, startsAt: events.startsAt, membersOnly: events.membersOnly })
    .from(seatPlans)
    .innerJoin(events, eq(events.id, seatPlans.eventId))
    .where(eq(seatPlans.eventId, registration.eventId));
  if (!found) return undefined;
  const { plan, startsAt, membersOnly } = found;
  const isHybrid = plan.onsiteCapacity !== null || registration.attendance === "onsite";
  const attendance = registration.attendance === "online" ? "onsite" : "online";
  const seating = seatingOf(seatsOf(plan, attendance));
  const isWaited = seating === "waiting" && registration.status === "waiting";
  const gives = seating === "confirmed" || registration.status === "pending" ? "seat" : "nothing";
  const isOpen = isHybrid && !isSwitchClosed({ ...plan, startsAt }, now);
  return {
    other: isOpen ? { attendance, gives: isWaited ? "waiting" : gives } : null,
    switchUntil: isHybrid ? new Date(startsAt.getTime() - plan.switchHours * 3_600_000) : null,
    colleagues: mayBring(registration, membersOnly) ? MOST_COLLEAGUES - registration.colleagues : 0,
  };
}
