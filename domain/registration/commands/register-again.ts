import { eq } from "drizzle-orm";
import type { z } from "zod";
import { registrationClaims, registrations } from "@/db/schema/registration";
import { questionsOf } from "@/domain/forms/queries";
import type { Seat } from "@/domain/grants";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { within } from "@/domain/kernel/within";
import { type EventScope, wayInOf } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { fail, type Result } from "@/lib/result";
import { seatsInLine } from "../internal/held-seats";
import { readAnswers } from "../internal/save-answers";
import {
  type Details,
  findByEmail,
  type Proof,
  type SeatRefusal,
  type SeatTaken,
  takeSeat,
} from "../internal/take-seat";
import { registerAgainInput } from "../schema";
import { proveRegistration } from "./prove-registration";

type Source = { details: Details; proof: Proof };
type Asked = Pick<z.output<typeof registerAgainInput>, "registrationId" | "afterEventId">;
type Row = typeof registrations.$inferSelect;

const detailsOf = ({ email, name, organisation, locale, timeZone }: Row): Details => ({
  email,
  name,
  organisation,
  locale,
  timeZone,
  talksOptIn: false,
  attendance: "online",
});

/** For whoever holds it by mail or owns it; to others it looks missing. Acting proves the address, for both events. */
async function ofRegistration(context: Context, registrationId: Id<"registration">): Promise<Source> {
  const { personId } = await within(context, proveRegistration, { registrationId });
  const [row] = await context.tx.select().from(registrations).where(eq(registrations.id, registrationId));
  if (!row) throw new Error("a registration that was proven is gone");
  return { details: detailsOf(row), proof: { personId } };
}

async function ofClaim({ tx }: Context, seat: Seat): Promise<Source | undefined> {
  const [found] = await tx
    .select({ claim: registrationClaims, row: registrations })
    .from(registrationClaims)
    .innerJoin(registrations, eq(registrations.id, registrationClaims.registrationId))
    .where(eq(registrationClaims.id, seat.claimId ?? "clm_none"));
  return (
    found && {
      details: { ...detailsOf(found.row), name: found.claim.name, organisation: "" },
      proof: undefined,
    }
  );
}

/** Whom this browser has registered last for the event whose confirmation was on the screen. */
async function ofConfirmation(context: Context, afterEventId: Id<"event">): Promise<Source | undefined> {
  const { actor } = context;
  const seats = actor.type === "person" || actor.type === "guest" ? actor.seats : [];
  const seat = seats.findLast(({ eventId }) => eventId === afterEventId);
  if (!seat) return undefined;
  return seat.via === "mail" ? ofRegistration(context, seat.registrationId) : ofClaim(context, seat);
}

async function sourceOf(context: Context, asked: Asked): Promise<Source | undefined> {
  const { registrationId, afterEventId } = asked;
  if (registrationId) return ofRegistration(context, registrationId);
  return afterEventId ? ofConfirmation(context, afterEventId) : undefined;
}

/** A member brings nobody else into a members-only event, whatever links their browser holds. */
const mayJoin = ({ actor }: Context, event: EventScope, source: Source) =>
  !event.membersOnly || (actor.type === "person" && source.proof?.personId === actor.personId);

/**
 * One click for a further event, for the person of the registration that the page was about and for nobody else whose
 * link the browser holds: online, and to be switched. What only a typed address made stays a claim. Reasons: as
 * register-for-event, nothing_held when the browser has registered nobody for the event it comes from, and
 * questions_open when the event's form asks something that has to be answered.
 */
export const registerAgain = defineCommand({
  name: "register-again",
  input: registerAgainInput,
  permission: "registration.create",
  ...seatsInLine,
  run: async (
    context,
    { locale, ...asked },
    { event, plan },
  ): Promise<Result<SeatTaken, SeatRefusal | "nothing_held" | "questions_open">> => {
    if (!wayInOf(context.actor, event)) return fail("not_found", "missing");
    const source = await sourceOf(context, asked);
    if (!source) return fail("conflict", "nothing_held");
    if (!mayJoin(context, event, source)) return fail("not_found", "missing");
    const answered = await readAnswers(context.tx, {
      ...{ eventId: event.eventId, form: await questionsOf(event.eventId, context.tx), posted: {} },
      ...{ asker: { email: source.details.email }, hasPlace: false },
    });
    if (!answered.ok) return fail("conflict", "questions_open");
    const details = { ...source.details, locale };
    const known = await findByEmail(context, event.eventId, details.email);
    // Nobody saw a form: what was answered before a cancellation was not cleared by this click.
    return takeSeat(context, { event, plan, details, known, proof: source.proof, answered: null });
  },
});
