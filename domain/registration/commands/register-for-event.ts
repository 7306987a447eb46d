import { questionsOf } from "@/domain/forms/queries";
import { defineCommand } from "@/domain/kernel/command";
import { findPerson } from "@/domain/people/queries";
import { wayInOf } from "@/domain/programme/queries";
import { fail, type Result } from "@/lib/result";
import { together } from "@/lib/together";
import { holdSeats, seatsInLine } from "../internal/held-seats";
import { openInvitation } from "../internal/invitations";
import { readAnswers } from "../internal/save-answers";
import { findByEmail, type Proof, type SeatRefusal, type SeatTaken, takeSeat } from "../internal/take-seat";
import { registerInput } from "../schema";

/**
 * Registers an address for an event: a seat, or a place on the waiting list. The answer is the same for a known and
 * an unknown address. A signed-in person's own address counts as proven; any other gives a claim that only watches.
 * The questions of the event's form are answered with it. Reasons: event_full, event_cancelled, event_over,
 * registration_closed, no_onsite_seats, invitation_needed; members-only events look missing to others, and count proven
 * addresses only, except for who was invited. Where others may ask, their request waits for the office.
 */
export const registerForEvent = defineCommand({
  name: "register-for-event",
  input: registerInput,
  permission: "registration.create",
  line: seatsInLine.line,
  // Everybody else waits while the seats are held, so all that is read of this event is asked for at once, behind them.
  load: async ({ tx }, { eventId, email }) => {
    const [held, form, known] = await together([
      holdSeats({ tx }, { eventId }),
      questionsOf(eventId, tx),
      findByEmail({ tx }, eventId, email),
    ]);
    return held && { ...held, form, known };
  },
  run: async (
    context,
    { eventId, invitation: code, answers, ...details },
    { event, plan, form, known },
  ): Promise<Result<SeatTaken, SeatRefusal | "input">> => {
    const { actor, tx } = context;
    const invitation =
      code === "" ? undefined : await openInvitation(context, eventId, { code, email: details.email });
    const way = wayInOf(actor, event, invitation !== undefined);
    if (!way) return fail("not_found", "missing");
    if (code !== "" && !invitation)
      return fail("invalid", "input", { fields: { invitation: ["invitation_invalid"] } });
    const person = actor.type === "person" ? await findPerson(actor.personId, tx) : undefined;
    // Whoever was just erased, in another window, leaves no registration behind.
    if (actor.type === "person" && !person) return fail("not_found", "missing");
    const proof: Proof = person && person.email === details.email ? { personId: person.id } : undefined;
    const needsProof = way === "member" || way === "asking";
    if (needsProof && !proof) return fail("invalid", "input", { fields: { email: ["own_address"] } });
    const answered = await readAnswers(tx, {
      ...{ eventId, form, posted: answers },
      ...{ asker: { email: details.email }, hasPlace: false },
    });
    if (!answered.ok) return answered;
    const ask = { event, plan, details, known, proof, invitation, answered: answered.value };
    return takeSeat(context, ask);
  },
});
