import { defineCommand } from "@/domain/kernel/command";
import { overReason } from "@/domain/programme/rules";
import { fail, ok } from "@/lib/result";
import { type LoadedRegistration, lockToSeat } from "../internal/load-registration";
import type { SeatPlan } from "../internal/seat-plan";
import { switchTo } from "../internal/switch-to";
import { type Attendance, isHeld, isSwitchClosed, seatingOf, seatsOf } from "../rules";
import { switchAttendanceInput } from "../schema";

type Loaded = LoadedRegistration & { plan: SeatPlan };

/** Why this registration can't go over to the other kind of seats, whatever is free there. */
function refusalOf({ row, event, plan }: Loaded, attendance: Attendance, now: Date) {
  if (!isHeld(row)) return "registration_cancelled";
  const over = overReason(event, now);
  if (over) return over;
  if (isSwitchClosed({ ...plan, startsAt: event.startsAt }, now)) return "switch_closed";
  if (row.status === "offered") return "offer_open";
  return attendance === "onsite" && plan.onsiteCapacity === null ? "no_onsite_seats" : undefined;
}

/** Where it stands there. Whoever has a seat keeps it unless there is another; whoever waits begins at the end. */
function standingIn({ row, plan }: Loaded, attendance: Attendance) {
  if (row.status === "pending") return row.status;
  const seating = seatingOf(seatsOf(plan, attendance));
  if (seating === "confirmed") return seating;
  return seating === "waiting" && row.status === "waiting" ? seating : undefined;
}

/**
 * From online to on site, or back; the seat that gets free goes to who waits for it. Doing it again changes nothing.
 * Reasons: seats_full, switch_closed, no_onsite_seats, offer_open, registration_cancelled, event_over, event_cancelled.
 */
export const switchAttendance = defineCommand({
  name: "switch-attendance",
  input: switchAttendanceInput,
  permission: "registration.update",
  load: ({ tx }, { registrationId }) => lockToSeat(tx, registrationId),
  run: async (context, { registrationId, attendance }, loaded) => {
    const { row, event } = loaded;
    const { eventId, slug: eventSlug } = event;
    const refusal = refusalOf(loaded, attendance, context.now);
    if (refusal) return fail("conflict", refusal);
    if (row.attendance === attendance) return ok({ registrationId, eventId, eventSlug, status: row.status });
    const status = standingIn(loaded, attendance);
    if (!status) return fail("conflict", "seats_full");
    await switchTo(context, loaded, { attendance, status });
    return ok({ registrationId, eventId, eventSlug, status });
  },
});
