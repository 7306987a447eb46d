import { and, count, eq, gt, type SQL, sql } from "drizzle-orm";
import { registrationClaims, registrations } from "@/db/schema/registration";
import type { Context } from "@/domain/kernel/context";
import type { EventScope } from "@/domain/programme/queries";
import { type Id, newId } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import type { RegistrationFact } from "../events";
import { type ClosedReason, closedReason, REPEATS_PER_HOUR, seatingOf } from "../rules";
import type { SeatPlan } from "./seat-plan";

type Row = typeof registrations.$inferSelect;

export type Details = Pick<Row, "name" | "email" | "organisation" | "talksOptIn" | "locale" | "timeZone">;

/** What the asker can show: a proven person, or nothing but a typed address. */
export type Proof = { personId: Id<"person"> } | undefined;

export type SeatTaken = {
  registrationId: Id<"registration">;
  eventId: Id<"event">;
  eventSlug: string;
  /** Null for a proven asker, who needs none, and for whoever is written down by somebody else. */
  claimId: Id<"claim"> | null;
  /** What is true of the event for the next person: it says nothing about who is registered. */
  state: "confirmed" | "waiting";
};
export type SeatRefusal = ClosedReason | "event_full" | "missing";

type Ask = {
  event: EventScope;
  plan: SeatPlan;
  details: Details;
  proof: Proof;
  /** Somebody else writes them down: no browser gets a claim. */
  holdsNothing?: boolean;
};

/**
 * Registers an address for an event whose seats are locked. A known address gets the same answer as a new one, and
 * a mail; its row stays as it is, and the asker gets a claim of their own that is nobody but a watcher.
 */
export async function takeSeat(context: Context, ask: Ask): Promise<Result<SeatTaken, SeatRefusal>> {
  const { event, plan, details, proof, holdsNothing } = ask;
  const closed = closedReason(event, context.now);
  if (closed === "missing") return fail("not_found", closed);
  if (closed) return fail("conflict", closed);
  const seating = seatingOf(plan);
  const known = await findByEmail(context, event.eventId, details.email);
  const active = known && known.status !== "cancelled" ? known : undefined;
  // Without a waiting list a full event refuses everybody alike, or its answer would tell who is registered.
  if (seating === "full" && !(active && proof)) return fail("conflict", "event_full");

  const state = seating === "confirmed" ? "confirmed" : "waiting";
  const claimId = proof || holdsNothing ? null : newId("claim");
  const registrationId = active?.id ?? known?.id ?? newId("registration");
  const asked: Asked = { ...ask, registrationId, claimId, state, context };
  if (active) await repeat(asked, active);
  else {
    await write(asked, known ? revived(asked, known) : inserted(asked));
    await tell(asked, `registration.${state}`);
  }
  return ok({ registrationId, eventId: event.eventId, eventSlug: event.slug, claimId, state });
}

type Asked = Ask & {
  registrationId: Id<"registration">;
  claimId: Id<"claim"> | null;
  state: "confirmed" | "waiting";
  context: Context;
};

const tell = ({ context, registrationId, event }: Asked, kind: RegistrationFact) =>
  context.emit({ kind, payload: { registrationId, eventId: event.eventId } });

async function findByEmail({ tx }: Context, eventId: Id<"event">, email: string): Promise<Row | undefined> {
  const one = and(eq(registrations.eventId, eventId), eq(registrations.email, email));
  const [row] = await tx.select().from(registrations).where(one);
  return row;
}

/** Counts, registration and claim in one statement: each round trip is time during which everybody else waits. */
async function write({ context, event, details, ...asked }: Asked, written: SQL): Promise<void> {
  const { state, claimId } = asked;
  const claimed = sql`, claimed as (
    insert into registration_claims (id, registration_id, event_id, name, created_at)
    select ${claimId}, id, event_id, ${details.name}, ${context.now.toISOString()}::timestamptz from written)`;
  const { rowCount } = await context.tx.execute(sql`
    with seats as (
      update seat_plans
         set confirmed = confirmed + ${state === "confirmed" ? 1 : 0},
             waiting = waiting + ${state === "waiting" ? 1 : 0},
             next_place = next_place + 1
       where event_id = ${event.eventId}
      returning next_place - 1 as place),
    written as (${written} returning id, event_id)
    ${claimId ? claimed : sql``}
    select id from written`);
  if (rowCount !== 1) throw new Error("the registration was not written");
}

const instants = ({ context, proof, state }: Asked) => {
  const now = sql`${context.now.toISOString()}::timestamptz`;
  const none = sql`null::timestamptz`;
  return { now, confirmedAt: state === "confirmed" ? now : none, provenAt: proof ? now : none };
};

function inserted(asked: Asked): SQL {
  const { registrationId, event, details, proof, state } = asked;
  const { name, email, organisation, talksOptIn, locale, timeZone } = details;
  const { now, confirmedAt, provenAt } = instants(asked);
  return sql`
    insert into registrations (id, event_id, person_id, email, name, organisation, status, place, talks_opt_in,
                               locale, time_zone, proven_at, created_at, confirmed_at)
    select ${registrationId}, ${event.eventId}, ${proof?.personId ?? null}, ${email}, ${name}, ${organisation},
           ${state}, place, ${talksOptIn}::boolean, ${locale}, ${timeZone}, ${provenAt}, ${now}, ${confirmedAt}
      from seats`;
}

/**
 * A cancelled registration begins anew at the end of the line. A stranger who types a proven address renames nobody,
 * and what its holder agreed to ended with the cancellation: neither talks nor being listed come back unasked.
 */
function revived(asked: Asked, cancelled: Row): SQL {
  const { details, proof, state } = asked;
  const said = cancelled.provenAt && !proof ? { ...cancelled, talksOptIn: false } : details;
  const { confirmedAt, provenAt } = instants(asked);
  return sql`
    update registrations
       set name = ${said.name}, organisation = ${said.organisation}, talks_opt_in = ${said.talksOptIn}::boolean,
           locale = ${said.locale}, time_zone = ${said.timeZone}, status = ${state}, place = seats.place, listed = 'nobody',
           person_id = coalesce(${proof?.personId ?? null}, person_id), proven_at = coalesce(${provenAt}, proven_at),
           confirmed_at = ${confirmedAt}, cancelled_at = null
      from seats
     where registrations.id = ${cancelled.id}`;
}

/** A known address: a claim for the asker, and a mail to its owner, unless somebody floods their mailbox. */
async function repeat(asked: Asked, active: Row): Promise<void> {
  const { context, proof, claimId, details } = asked;
  const { tx, now } = context;
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
  if (claimId)
    await tx.insert(registrationClaims).values({
      id: claimId,
      registrationId: active.id,
      eventId: active.eventId,
      name: details.name,
      createdAt: now,
    });
}
