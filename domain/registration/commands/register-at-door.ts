import { and, eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { holdEvent } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { lockSeats } from "../internal/seat-plan";
import { type SeatRefusal, takeSeat } from "../internal/take-seat";
import { seatingOf } from "../rules";
import { registerAtDoorInput } from "../schema";

type AtDoor = { registrationId: Id<"registration">; registered: boolean };

/**
 * A free seat for somebody at the door, whom an organizer or a doorkeeper writes down. A closed registration does not
 * matter there; that nobody passes the waiting list and that no seat is given twice does. Whoever is registered keeps
 * their registration as it is, `registered` is then false. Reasons: event_full, on_waiting_list, event_over,
 * event_cancelled.
 */
export const registerAtDoor = defineCommand({
  name: "register-at-door",
  input: registerAtDoorInput,
  permission: "attendance.checkIn",
  line: ({ eventId }) => `seats of ${eventId}`,
  load: async ({ tx }, { eventId }) => {
    const plan = await lockSeats(tx, eventId);
    const event = plan && (await holdEvent(tx, eventId));
    return event && { ...event, plan, event };
  },
  run: async (
    context,
    { eventId, name, email },
    { event, plan },
  ): Promise<Result<AtDoor, SeatRefusal | "on_waiting_list">> => {
    const one = and(eq(registrations.eventId, eventId), eq(registrations.email, email));
    const [known] = await context.tx.select().from(registrations).where(one);
    if (known?.status === "confirmed") return ok({ registrationId: known.id, registered: false });
    if (known?.status === "waiting")
      return fail("conflict", "on_waiting_list", { details: { registrationId: known.id } });
    if (seatingOf(plan) !== "confirmed") return fail("conflict", "event_full");
    const { language: locale, timeZone } = event;
    const details = { name, email, organisation: "", talksOptIn: false, locale, timeZone };
    const open = { ...event, registrationClosesAt: null };
    const taken = await takeSeat(context, {
      event: open,
      plan,
      details,
      proof: undefined,
      holdsNothing: true,
    });
    if (!taken.ok) return taken;
    return ok({ registrationId: taken.value.registrationId, registered: true });
  },
});
