import { z } from "zod";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { emailAddress, personName } from "@/domain/people/schema";
import { can } from "@/domain/policy";
import { type EventScope, holdEvent } from "@/domain/programme/queries";
import { overReason } from "@/domain/programme/rules";
import { type Id, idOf, newId } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import type { RegistrationRow } from "../internal/load-registration";
import { lockSeats, type SeatPlan } from "../internal/seat-plan";
import { switchTo } from "../internal/switch-to";
import { findByEmail, giveSeat } from "../internal/take-seat";
import { atDoor, type DoorStanding, seatingOf, seatsOf } from "../rules";

type AtDoor = { registrationId: Id<"registration">; registered: boolean };
type Refusal =
  | Exclude<DoorStanding, "welcome" | "seat_online" | "registration_cancelled">
  | "no_onsite_seats"
  | "onsite_full"
  | "office_decides"
  | "event_cancelled"
  | "event_over"
  | "missing";
type Door = { event: EventScope; plan: SeatPlan; at: Date };

/** A door that has told of somebody later than this had no line when they stood there. */
const TOLD_LATE_MS = 60_000;

/** Whether it was over when they stood there: what was told late counts by then, whoever has ended the event since. */
function overThen({ event, at }: Pick<Door, "event" | "at">, now: Date) {
  const isEndedSince = event.status === "ended" && now.getTime() - at.getTime() > TOLD_LATE_MS;
  return overReason(isEndedSince ? { ...event, status: "published" } : event, at);
}

/** Why there is no seat on site for one more person, whoever it is; nobody passes those who wait for one. */
function onsiteProblem({ event, plan, at }: Door, now: Date) {
  const over = overThen({ event, at }, now);
  if (over) return over;
  if (plan.onsiteCapacity === null) return "no_onsite_seats";
  return seatingOf(seatsOf(plan, "onsite")) === "confirmed" ? undefined : "onsite_full";
}

/** Where the office alone says yes, nobody at the door says it for them. */
const isForOffice = ({ actor }: Context, { event, plan }: Pick<Door, "event" | "plan">): boolean =>
  (plan.approval || plan.invitationOnly || event.membersOnly) && !can(actor, "registration.decide", event);

/** Whoever is on the list: in by that, or with a seat on site instead of the one online. */
async function admitKnown(
  context: Context,
  door: Door,
  row: RegistrationRow,
): Promise<Result<AtDoor, Refusal>> {
  const { id: registrationId } = row;
  const standing = atDoor(row);
  if (standing === "welcome") return ok({ registrationId, registered: false });
  // Cancelled ones begin anew and never come here.
  if (standing !== "seat_online" && standing !== "registration_cancelled")
    return fail("conflict", standing, { details: { registrationId } });
  const problem = onsiteProblem(door, context.now);
  if (problem) return fail("conflict", problem, { details: { registrationId } });
  await switchTo(context, { row, plan: door.plan }, { attendance: "onsite", status: "confirmed" });
  return ok({ registrationId, registered: false });
}

/**
 * A free seat on site for somebody at the door, whom an organizer or a doorkeeper writes down; what the event asks stands
 * open on their own page. A closed registration does not matter there; that nobody passes the waiting list, that no seat
 * is given twice and that the office decides where it said so does. Whoever has a seat on site keeps their registration as
 * it is, and whoever has one online changes over; `registered` is then false. Reasons: onsite_full, no_onsite_seats,
 * office_decides, on_waiting_list, offer_not_taken, not_decided, registration_declined, event_over, event_cancelled.
 */
export const registerAtDoor = defineCommand({
  name: "register-at-door",
  input: z.object({
    eventId: idOf("event"),
    name: personName,
    email: emailAddress,
    /** When they stood there, where that was before it could be told. */
    at: z.date().optional(),
  }),
  permission: "attendance.checkIn",
  line: ({ eventId }) => `seats of ${eventId}`,
  load: async ({ tx }, { eventId }) => {
    const plan = await lockSeats(tx, eventId);
    const event = plan && (await holdEvent(tx, eventId));
    return event && { ...event, plan, event };
  },
  run: async (
    context,
    { eventId, name, email, at = context.now },
    { event, plan },
  ): Promise<Result<AtDoor, Refusal>> => {
    if (event.status === "draft") return fail("not_found", "missing");
    const known = await findByEmail(context, eventId, email);
    if (known && known.status !== "cancelled") return admitKnown(context, { event, plan, at }, known);
    if (isForOffice(context, { event, plan })) return fail("conflict", "office_decides");
    const problem = onsiteProblem({ event, plan, at }, context.now);
    if (problem) return fail("conflict", problem);
    const registrationId = known?.id ?? newId("registration");
    const { language: locale, timeZone } = event;
    const person = { name, email, organisation: "", talksOptIn: false };
    const details = { ...person, locale, timeZone, attendance: "onsite" as const };
    const asked = { context, event, plan, details, proof: undefined, answered: null, claimId: null };
    await giveSeat({ ...asked, registrationId, state: "confirmed", source: "door" }, known);
    return ok({ registrationId, registered: true });
  },
});
