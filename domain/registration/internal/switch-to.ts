import { eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import type { Context } from "@/domain/kernel/context";
import type { Attendance, RegistrationStatus } from "../rules";
import type { RegistrationRow } from "./load-registration";
import { promoteWaiting } from "./promote";
import { changeOf, movedBy, moveSeats, type SeatPlan, sumOf } from "./seat-plan";

/**
 * Takes a registration over to the other kind of seats, where it stands as was decided under the lock of the plan, and
 * tells its holder. The seat that gets free goes to who waits for it.
 */
export async function switchTo(
  context: Context,
  { row, plan }: { row: RegistrationRow; plan: SeatPlan },
  { attendance, status }: { attendance: Attendance; status: RegistrationStatus },
): Promise<void> {
  const { tx, now, emit } = context;
  const { id: registrationId, eventId } = row;
  const isLast = status === "waiting";
  await tx
    .update(registrations)
    .set({
      attendance,
      status,
      place: isLast ? plan.nextPlace : row.place,
      confirmedAt: status === "confirmed" ? (row.confirmedAt ?? now) : null,
      calendarSequence: row.calendarSequence + 1,
    })
    .where(eq(registrations.id, registrationId));
  const change = sumOf([changeOf(row, { status, attendance }), isLast ? { nextPlace: 1 } : {}]);
  await moveSeats(tx, eventId, change);
  await emit({ kind: "registration.switched", payload: { registrationId, eventId } });
  await promoteWaiting(context, movedBy(plan, change));
}
