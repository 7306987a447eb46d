import { eq } from "drizzle-orm";
import { registrationClaims, registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { within } from "@/domain/kernel/within";
import { findPerson } from "@/domain/people/queries";
import { can, type Seat } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { fail, type Result } from "@/lib/result";
import { lockSeats } from "../internal/seat-plan";
import { type Details, type Proof, type SeatRefusal, type SeatTaken, takeSeat } from "../internal/take-seat";
import { registerAgainInput } from "../schema";
import { proveRegistration } from "./prove-registration";

type Source = { details: Details; proof: Proof };
type Row = typeof registrations.$inferSelect;

const detailsOf = ({ email, name, organisation, locale, timeZone }: Row): Details => ({
  email,
  name,
  organisation,
  locale,
  timeZone,
  talksOptIn: false,
});

async function ofPerson({ actor, tx }: Context): Promise<Source | undefined> {
  const person = actor.type === "person" ? await findPerson(actor.personId, tx) : undefined;
  if (!person) return undefined;
  const { email, name, organisation, locale, timeZone } = person;
  return {
    details: { email, name, organisation, locale, timeZone, talksOptIn: false },
    proof: { personId: person.id },
  };
}

/** The newest registration that came by mail, else what was typed last in this browser. */
async function ofSeats(context: Context, seats: readonly Seat[]): Promise<Source | undefined> {
  const best = seats.filter((seat) => seat.via === "mail").at(-1) ?? seats.at(-1);
  if (!best) return undefined;
  const { tx } = context;
  const [row] = await tx.select().from(registrations).where(eq(registrations.id, best.registrationId));
  if (!row) return undefined;
  if (best.via === "mail") {
    // Acting through the mailed link proves the address, for this event like for the other.
    const { personId } = await within(context, proveRegistration, { registrationId: row.id });
    return { details: detailsOf(row), proof: { personId } };
  }
  const [claim] = await tx
    .select()
    .from(registrationClaims)
    .where(eq(registrationClaims.id, best.claimId ?? "clm_none"));
  return claim && { details: { ...detailsOf(row), name: claim.name, organisation: "" }, proof: undefined };
}

/**
 * One click for a further event: the browser's own registration says for whom. What only a typed address made stays
 * a claim. Reasons: as register-for-event, and nothing_held when the browser holds no registration.
 */
export const registerAgain = defineCommand({
  name: "register-again",
  input: registerAgainInput,
  permission: "registration.create",
  line: ({ eventId }) => `seats of ${eventId}`,
  load: async ({ tx }, { eventId }) => {
    const plan = await lockSeats(tx, eventId);
    const event = plan && (await eventScope(tx, eventId));
    return event && { ...event, plan, event };
  },
  run: async (
    context,
    { locale },
    { event, plan },
  ): Promise<Result<SeatTaken, SeatRefusal | "nothing_held">> => {
    const { actor } = context;
    if (event.membersOnly && !can(actor, "event.readMembersOnly", event)) return fail("not_found", "missing");
    const seats = actor.type === "person" || actor.type === "guest" ? actor.seats : [];
    const source = (await ofPerson(context)) ?? (await ofSeats(context, seats));
    if (!source) return fail("conflict", "nothing_held");
    if (event.membersOnly && !source.proof) return fail("not_found", "missing");
    return takeSeat(context, { event, plan, details: { ...source.details, locale }, proof: source.proof });
  },
});
