import { eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { newId } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { seatsForDesk } from "../internal/held-seats";
import { findByEmail, giveSeat } from "../internal/take-seat";
import { isHeld, mergedTags, seatingOf, seatsOf } from "../rules";
import { type ClosedForOffice, closedForOffice } from "../rules/window";
import { addRegistrationInput } from "../schema";

type Added = { registrationId: string; eventId: string; state: "confirmed" | "waiting" };
type Refusal = ClosedForOffice | "event_full" | "no_onsite_seats" | "input";

/**
 * Puts somebody on the list as their organizer: a seat, or a place on the waiting list, as if they had asked themselves,
 * and the same mail. The office may do so after registration has closed, and needs no invitation and nobody's yes. Nobody
 * is proven by it, nobody agreed to talks or to be seen, and what the event asks stands open on their own page. Reasons: event_draft, event_full, no_onsite_seats,
 * event_cancelled, event_over, and already_registered at the address.
 */
export const addRegistration = defineCommand({
  name: "add-registration",
  input: addRegistrationInput,
  permission: "registration.manage",
  ...seatsForDesk,
  run: async (context, { eventId, tags, ...person }, { event, plan }): Promise<Result<Added, Refusal>> => {
    const closed = closedForOffice(event, context.now);
    if (closed) return fail("conflict", closed);
    const known = await findByEmail(context, eventId, person.email);
    if (known && isHeld(known))
      return fail("invalid", "input", { fields: { email: ["already_registered"] } });
    if (person.attendance === "onsite" && plan.onsiteCapacity === null)
      return fail("conflict", "no_onsite_seats");
    const state = seatingOf(seatsOf(plan, person.attendance));
    if (state === "full") return fail("conflict", "event_full");
    const registrationId = known?.id ?? newId("registration");
    const details = { ...person, talksOptIn: false, timeZone: event.timeZone };
    const asked = { context, event, plan, details, proof: undefined, answered: null, claimId: null };
    await giveSeat({ ...asked, registrationId, state, source: "desk" }, known);
    if (tags.length > 0)
      await context.tx
        .update(registrations)
        .set({ tags: mergedTags(known?.tags ?? [], tags) })
        .where(eq(registrations.id, registrationId));
    return ok({ registrationId, eventId, state });
  },
});
