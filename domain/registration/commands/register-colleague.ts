import { eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { lockToSeat } from "../internal/load-registration";
import { findByEmail, type SeatRefusal, takeSeat } from "../internal/take-seat";
import { isHeld, MOST_COLLEAGUES, mayBring } from "../rules";
import { registerColleagueInput } from "../schema";

type Answer = { registrationId: Id<"registration">; eventId: Id<"event">; eventSlug: string };
type Refusal = SeatRefusal | "registration_cancelled" | "members_only" | "too_many_colleagues" | "input";

/**
 * Registers somebody else for the event one is in: they get the mail with their own link, and nothing of it leads back
 * to the browser that asked. Nobody answers for them: what the event asks stands open on their own page. The answer is the
 * same for a known and an unknown address, and at a members-only event for a member and for others: it is a request, which
 * is granted when they prove an address that is a member's, and which the office decides otherwise. Reasons: as
 * register-for-event, and too_many_colleagues, registration_cancelled, members_only from who only asks to get to such an event; the field email says your_own.
 */
export const registerColleague = defineCommand({
  name: "register-colleague",
  input: registerColleagueInput,
  permission: "registration.update",
  load: ({ tx }, { registrationId }) => lockToSeat(tx, registrationId),
  run: async (
    context,
    { registrationId, ...typed },
    { row, event, plan },
  ): Promise<Result<Answer, Refusal>> => {
    if (!isHeld(row)) return fail("conflict", "registration_cancelled");
    if (!mayBring(row, event.membersOnly)) return fail("conflict", "members_only");
    if (typed.email === row.email) return fail("invalid", "input", { fields: { email: ["your_own"] } });
    if (row.colleagues >= MOST_COLLEAGUES) return fail("conflict", "too_many_colleagues");
    await context.tx
      .update(registrations)
      .set({ colleagues: row.colleagues + 1 })
      .where(eq(registrations.id, registrationId));
    const details = { ...typed, talksOptIn: false, timeZone: row.timeZone };
    const known = await findByEmail(context, event.eventId, typed.email);
    const asked = { event, plan, details, known, proof: undefined, answered: null };
    const taken = await takeSeat(context, { ...asked, registeredBy: row.id });
    if (!taken.ok) return taken;
    return ok({ registrationId, eventId: event.eventId, eventSlug: event.slug });
  },
});
