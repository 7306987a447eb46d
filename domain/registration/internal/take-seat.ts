import { and, eq } from "drizzle-orm";
import { registrationClaims, registrations } from "@/db/schema/registration";
import type { Context } from "@/domain/kernel/context";
import type { EventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import type { RegistrationFact } from "../events";
import { type ClosedReason, closedReason, seatingOf } from "../rules";
import { moveSeats, type SeatPlan } from "./seat-plan";

type Row = typeof registrations.$inferSelect;
type Claim = typeof registrationClaims.$inferSelect;

export type Details = Pick<Row, "name" | "email" | "organisation" | "talksOptIn" | "locale" | "timeZone">;

/** What the asker can show: a proven person, or nothing but a typed address. */
export type Proof = { personId: Id<"person"> } | undefined;

export type SeatTaken = {
  registrationId: Id<"registration">;
  eventId: Id<"event">;
  eventSlug: string;
  /** Null for a proven asker, who needs none. */
  claimId: Id<"claim"> | null;
  /** What is true of the event for the next person: it says nothing about who is registered. */
  state: "confirmed" | "waiting";
};
export type SeatRefusal = ClosedReason | "event_full" | "missing";

type Ask = { event: EventScope; plan: SeatPlan; details: Details; proof: Proof };

/**
 * Registers an address for an event whose seats are locked. A known address gets the same answer as a new one, and
 * a mail; its row stays as it is, and the asker gets a claim of their own that is nobody but a watcher.
 */
export async function takeSeat(context: Context, ask: Ask): Promise<Result<SeatTaken, SeatRefusal>> {
  const { tx, now, emit } = context;
  const { event, plan, details, proof } = ask;
  const closed = closedReason(event, now);
  if (closed === "missing") return fail("not_found", closed);
  if (closed) return fail("conflict", closed);
  const seating = seatingOf(plan);
  const known = await findByEmail(context, event.eventId, details.email);
  const active = known && known.status !== "cancelled" ? known : undefined;
  if (!active && seating === "full") return fail("conflict", "event_full");

  const state = seating === "confirmed" ? "confirmed" : "waiting";
  const registrationId = active?.id ?? (await seat(context, { ...ask, cancelled: known, status: state }));
  const kind: RegistrationFact = active ? "registration.repeated" : `registration.${state}`;
  await emit({ kind, payload: { registrationId, eventId: event.eventId } });
  if (active && proof && !active.personId) {
    await tx
      .update(registrations)
      .set({ personId: proof.personId, provenAt: now })
      .where(eq(registrations.id, active.id));
  }
  const claimId = proof
    ? null
    : await claim(context, { registrationId, eventId: event.eventId, name: details.name });
  return ok({ registrationId, eventId: event.eventId, eventSlug: event.slug, claimId, state });
}

async function findByEmail({ tx }: Context, eventId: Id<"event">, email: string): Promise<Row | undefined> {
  const one = and(eq(registrations.eventId, eventId), eq(registrations.email, email));
  const [row] = await tx.select().from(registrations).where(one);
  return row;
}

/** Inserts the registration, or revives a cancelled one at the end of the line. */
async function seat(
  { tx, now }: Context,
  {
    event,
    plan,
    details,
    proof,
    cancelled,
    status,
  }: Ask & { cancelled: Row | undefined; status: "confirmed" | "waiting" },
): Promise<Id<"registration">> {
  await moveSeats(tx, event.eventId, { [status]: 1, places: 1 });
  const fresh = {
    status,
    place: plan.nextPlace,
    confirmedAt: status === "confirmed" ? now : null,
    cancelledAt: null,
    ...(proof ? { personId: proof.personId, provenAt: now } : {}),
  };
  if (cancelled) {
    // A stranger who types the address must not rename a person whose address is proven.
    const said = cancelled.provenAt && !proof ? {} : details;
    await tx
      .update(registrations)
      .set({ ...said, ...fresh })
      .where(eq(registrations.id, cancelled.id));
    return cancelled.id;
  }
  const [row] = await tx
    .insert(registrations)
    .values({ ...details, ...fresh, eventId: event.eventId, createdAt: now })
    .returning({ id: registrations.id });
  if (!row) throw new Error("the registration was not inserted");
  return row.id;
}

async function claim(
  { tx, now }: Context,
  { registrationId, eventId, name }: Pick<Claim, "registrationId" | "eventId" | "name">,
): Promise<Id<"claim">> {
  const [row] = await tx
    .insert(registrationClaims)
    .values({ registrationId, eventId, name, createdAt: now })
    .returning({ id: registrationClaims.id });
  if (!row) throw new Error("the claim was not inserted");
  return row.id;
}
