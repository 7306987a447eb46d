import { and, count, eq, gt, type SQL, sql } from "drizzle-orm";
import { registrationClaims, registrations, seatPlans } from "@/db/schema/registration";
import type { Context } from "@/domain/kernel/context";
import type { EventScope } from "@/domain/programme/queries";
import { type Id, newId } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { together } from "@/lib/together";
import type { RegistrationFact } from "../events";
import { countedIn, REPEATS_PER_HOUR, seatingOf, seatsOf } from "../rules";
import { type ClosedReason, closedReason } from "../rules/window";
import { admissionFor, tellProven } from "./admission";
import { settleConsents } from "./consents";
import { type Invitation, recordUse } from "./invitations";
import { type Answered, addAnswers, endConsents, saveAnswers } from "./save-answers";
import { changeOf, moveSeats, type SeatPlan } from "./seat-plan";

type Row = typeof registrations.$inferSelect;

export type Details = Pick<
  Row,
  "name" | "email" | "organisation" | "talksOptIn" | "locale" | "timeZone" | "attendance"
>;

/** What the asker can show: a proven person, or nothing but a typed address. */
export type Proof = { personId: Id<"person"> } | undefined;

export type SeatTaken = {
  registrationId: Id<"registration">;
  eventId: Id<"event">;
  eventSlug: string;
  /** Null for a proven asker, who needs none. */
  claimId: Id<"claim"> | null;
  /** What is true of the event for the next person: it says nothing about who is registered. */
  state: SeatState;
};
export type SeatState = "confirmed" | "waiting" | "pending";
export type SeatRefusal = ClosedReason | "event_full" | "missing" | "no_onsite_seats" | "invitation_needed";

type Ask = {
  event: EventScope;
  plan: SeatPlan;
  details: Details;
  /** Who is on the list under this address, read while the seats are held. */
  known: Row | undefined;
  proof: Proof;
  /** Null where nobody saw the form: one click, or another who puts this person on the list and does not answer for them. */
  answered: Answered | null;
  /** Open, and of this event. */
  invitation?: Invitation | undefined;
  /** The colleague who asks for this person; nobody's browser holds the seat then. */
  registeredBy?: Id<"registration">;
};

/** What the next person gets, and who goes before others: whoever is invited or trusted needs nobody's yes any more. */
async function standingFor(
  context: Context,
  { event, plan, details, proof, invitation }: Ask,
): Promise<{ state: SeatState | "full"; priority: number }> {
  const proven = proof && { ...proof, email: details.email };
  const asking = { event, plan, proven, isInvited: invitation !== undefined };
  const { asksOffice, priority } = await admissionFor(context, asking);
  return { state: asksOffice ? "pending" : seatingOf(seatsOf(plan, details.attendance)), priority };
}

/** Why nobody can register in this way, whoever they are. */
function refusalOf({ event, plan, details, invitation }: Ask, now: Date): SeatRefusal | undefined {
  const closed = closedReason(event, now);
  if (closed) return closed;
  if (details.attendance === "onsite" && plan.onsiteCapacity === null) return "no_onsite_seats";
  return plan.invitationOnly && !invitation ? "invitation_needed" : undefined;
}

/**
 * Registers an address for an event whose seats are locked. A known address gets the same answer as a new one, and
 * a mail; its row stays as it is, and the asker gets a claim of their own that is nobody but a watcher.
 */
export async function takeSeat(context: Context, ask: Ask): Promise<Result<SeatTaken, SeatRefusal>> {
  const { event, known, proof } = ask;
  const refusal = refusalOf(ask, context.now);
  if (refusal) return fail(refusal === "missing" ? "not_found" : "conflict", refusal);
  const { state, priority } = await standingFor(context, ask);
  const active = known && !isEnded(known, ask) ? known : undefined;
  // Without a waiting list a full event refuses everybody alike, or its answer would tell who is registered.
  if (state === "full" && !(active && proof)) return fail("conflict", "event_full");

  const claimId = proof || ask.registeredBy ? null : newId("claim");
  const registrationId = active?.id ?? known?.id ?? newId("registration");
  const asked: Asked = {
    ...ask,
    registrationId,
    claimId,
    state: state === "full" ? "waiting" : state,
    priority,
    context,
  };
  // What a stranger asked for in somebody's name must not outweigh the office's invitation.
  if (known && !active) await moveSeats(context.tx, event.eventId, changeOf(known, undefined));
  await (active ? repeat(asked, active) : giveSeat(asked, known));
  const { eventId, slug: eventSlug } = event;
  return ok({ registrationId, eventId, eventSlug, claimId, state: asked.state });
}

/** Whether somebody begins anew: after a cancellation, and with the office's invitation also after a mere request. */
const isEnded = ({ status }: Row, { invitation }: Ask) =>
  status === "cancelled" || (invitation !== undefined && (status === "declined" || status === "pending"));

/** A stranger who types a proven address speaks for nobody. */
const isOwnWord = (known: Row | undefined, proof: Proof) => !known?.provenAt || proof !== undefined;

type Asked = Omit<Ask, "known"> & {
  registrationId: Id<"registration">;
  claimId: Id<"claim"> | null;
  state: SeatState;
  /** Who moves up first; without it as everybody else. */
  priority?: number;
  /** How a new row came about; without it by the person's own form. */
  source?: Row["source"];
  context: Context;
};

const nothing = Promise.resolve();

/** Writes what was decided for an address that holds nothing now, a new row or an ended one that begins anew, and tells. */
export async function giveSeat(asked: Asked, ended: Row | undefined): Promise<void> {
  const { context, event, registrationId, proof, invitation, state } = asked;
  const answered = isOwnWord(ended, proof) ? asked.answered : null;
  const saving = answered && { registrationId, eventId: event.eventId, answered, isNew: !ended };
  if (ended) {
    await write(asked, revived(asked, ended));
    await endConsents(context, registrationId);
    if (saving) await saveAnswers(context, saving);
  } else {
    // The answers name the row, so they stand right behind it.
    await together([write(asked, inserted(asked)), saving ? saveAnswers(context, saving) : nothing]);
  }
  if (mayAgree(asked, ended)) await settleConsents(context, { registrationId, how: "form" });
  await recordUse(context, invitation, proof ? ended : undefined);
  await tell(asked, `registration.${state}`);
}

/** Most registrations agree to nothing, and the seats are held while this is looked up. */
const mayAgree = ({ details, answered }: Asked, ended: Row | undefined) =>
  ended !== undefined ||
  details.talksOptIn ||
  (answered?.questions.some(({ kind }) => kind === "consent") ?? false);

const tell = ({ context, registrationId, event }: Asked, kind: RegistrationFact) =>
  context.emit({ kind, payload: { registrationId, eventId: event.eventId } });

/** Whoever is on the list under this address. Sent at once, so that it can stand right behind the lock of the seats. */
export async function findByEmail(
  { tx }: Pick<Context, "tx">,
  eventId: Id<"event">,
  email: string,
): Promise<Row | undefined> {
  const one = and(eq(registrations.eventId, eventId), eq(registrations.email, email));
  const [row] = await tx.select().from(registrations).where(one).execute();
  return row;
}

/** Counts, registration and claim in one statement: each round trip is time during which everybody else waits. */
async function write({ context, event, details, ...asked }: Asked, written: SQL): Promise<void> {
  const { state, claimId } = asked;
  const claimed = sql`, claimed as (
    insert into registration_claims (id, registration_id, event_id, name, created_at)
    select ${claimId}, id, event_id, ${details.name}, ${context.now.toISOString()}::timestamptz from written)`;
  const counted = countedIn({ status: state, attendance: details.attendance });
  if (!counted) throw new Error("a registration that no count knows");
  const column = sql.identifier(seatPlans[counted].name);
  const statement = sql`
    with seats as (
      update seat_plans
         set ${column} = ${column} + 1,
             next_place = next_place + 1
       where event_id = ${event.eventId}
      returning next_place - 1 as place),
    written as (${written} returning id, event_id)
    ${claimId ? claimed : sql``}
    select id from written`;
  const { rowCount } = await context.tx.execute(statement).execute();
  if (rowCount !== 1) throw new Error("the registration was not written");
}

const instants = ({ context, proof, state }: Asked) => {
  const now = sql`${context.now.toISOString()}::timestamptz`;
  const none = sql`null::timestamptz`;
  return { now, confirmedAt: state === "confirmed" ? now : none, provenAt: proof ? now : none };
};

/** How somebody came to register: by an invitation, by a colleague, or of their own accord. */
const originOf = ({ invitation, registeredBy }: Asked) => ({
  invitationId: invitation?.id ?? null,
  registeredBy: registeredBy ?? null,
});

function inserted(asked: Asked): SQL {
  const { registrationId, event, details, proof, state, priority = 0, source = "form" } = asked;
  const { name, email, organisation, talksOptIn, locale, timeZone, attendance } = details;
  const { now, confirmedAt, provenAt } = instants(asked);
  const { invitationId, registeredBy } = originOf(asked);
  return sql`
    insert into registrations (id, event_id, person_id, email, name, organisation, status, place, talks_opt_in,
                               locale, time_zone, source, proven_at, created_at, confirmed_at, attendance,
                               invitation_id, registered_by, priority)
    select ${registrationId}, ${event.eventId}, ${proof?.personId ?? null}, ${email}, ${name}, ${organisation},
           ${state}, place, ${talksOptIn}::boolean, ${locale}, ${timeZone}, ${source}, ${provenAt}, ${now},
           ${confirmedAt}, ${attendance}, ${invitationId}, ${registeredBy}, ${priority}::integer
      from seats`;
}

/**
 * A cancelled registration begins anew at the end of the line. A stranger who types a proven address renames nobody,
 * and what its holder agreed to ended with the cancellation: neither talks nor being listed come back unasked. Its entry
 * left their calendar by the number before this one.
 */
function revived(asked: Asked, cancelled: Row): SQL {
  const { details, proof, state, priority = 0 } = asked;
  const said = isOwnWord(cancelled, proof) ? details : { ...cancelled, talksOptIn: false };
  const { confirmedAt, provenAt } = instants(asked);
  const { invitationId, registeredBy } = originOf(asked);
  return sql`
    update registrations
       set name = ${said.name}, organisation = ${said.organisation}, talks_opt_in = ${said.talksOptIn}::boolean,
           locale = ${said.locale}, time_zone = ${said.timeZone}, status = ${state}, place = seats.place, listed = 'nobody',
           person_id = coalesce(${proof?.personId ?? null}, person_id), proven_at = coalesce(${provenAt}, proven_at),
           confirmed_at = ${confirmedAt}, cancelled_at = null, attendance = ${details.attendance},
           invitation_id = coalesce(${invitationId}, invitation_id), registered_by = ${registeredBy},
           priority = ${priority}::integer, renewals = renewals + 1,
           calendar_sequence = registrations.calendar_sequence + 1
      from seats
     where registrations.id = ${cancelled.id}`;
}

/** A known address: a claim for the asker, and a mail to its owner, unless somebody floods their mailbox. */
async function repeat(asked: Asked, active: Row): Promise<void> {
  const { context, proof, details, answered } = asked;
  const { tx, now } = context;
  // Nobody's browser holds what a colleague asked for; it is counted like all that strangers ask for.
  const claimId = asked.claimId ?? (asked.registeredBy ? newId("claim") : null);
  await recordUse(context, asked.invitation, proof ? active : undefined);
  const since = new Date(now.getTime() - 3_600_000);
  const [lately] = await tx
    .select({ claims: count() })
    .from(registrationClaims)
    .where(and(eq(registrationClaims.registrationId, active.id), gt(registrationClaims.createdAt, since)));
  if ((lately?.claims ?? 0) <= REPEATS_PER_HOUR) await tell(asked, "registration.repeated");
  if (proof && !active.personId)
    await tx
      .update(registrations)
      .set({ personId: proof.personId, provenAt: now })
      .where(eq(registrations.id, active.id));
  // Their own word, such as of somebody whom the office had put on the list. The form did not show what was there before.
  if (proof && answered)
    await addAnswers(context, { registrationId: active.id, eventId: active.eventId, answered });
  if (proof) await tellProven(context, active);
  if (claimId)
    await tx.insert(registrationClaims).values({
      id: claimId,
      registrationId: active.id,
      eventId: active.eventId,
      name: details.name,
      createdAt: now,
    });
}
