import { eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import type { Context } from "@/domain/kernel/context";
import { grantsOf } from "@/domain/people/queries";
import { type EventScope, wayInOf } from "@/domain/programme/queries";
import { isMemberOfHosts } from "@/domain/programme/queries/host-members";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { admissionOf, seatingOf, seatsOf } from "../rules";
import type { LoadedRegistration } from "./load-registration";
import { changeOf, moveSeats, type SeatPlan, sumOf } from "./seat-plan";

type Asking = {
  event: EventScope;
  plan: SeatPlan;
  /** The proven person and address; none for what was merely typed. */
  proven: { personId: Id<"person">; email: string } | undefined;
  isInvited: boolean;
};

/**
 * Whether the event is for members only and this person is neither invited nor, with the roles they hold now, one of them.
 * A typed address is nobody's membership: whom a colleague names waits until they show that they are a member.
 */
async function comesByAsking({ tx }: Pick<Context, "tx">, { event, proven, isInvited }: Asking) {
  if (!event.membersOnly || isInvited) return false;
  if (!proven) return true;
  const { personId } = proven;
  const grants = (await grantsOf([personId], tx)).get(personId) ?? [];
  return wayInOf({ type: "person", personId, grants, seats: [] }, event) !== "member";
}

/** What the rules of the plan say of whoever asks. Members are only looked up where a rule is about them. */
export async function admissionFor(context: Pick<Context, "tx">, asking: Asking) {
  const { event, plan, proven, isInvited } = asking;
  const isAboutMembers = plan.confirmMembers || plan.membersFirst;
  const isMember =
    proven && isAboutMembers ? await isMemberOfHosts(context.tx, proven.personId, event) : false;
  const isAsking = await comesByAsking(context, asking);
  return admissionOf(plan, { provenEmail: proven?.email ?? null, isMember, isInvited, isAsking });
}

type Asked = Pick<LoadedRegistration, "row" | "event"> & { plan: SeatPlan };

/** A request that is granted, by whomever: a seat, or the end of the waiting list, because nobody passes who waits. */
export async function grantRequest(
  { tx, now, emit }: Context,
  { row, event: { eventId }, plan }: Asked,
): Promise<Result<"confirmed" | "waiting", "event_full" | "no_onsite_seats">> {
  if (row.attendance === "onsite" && plan.onsiteCapacity === null) return fail("conflict", "no_onsite_seats");
  const state = seatingOf(seatsOf(plan, row.attendance));
  if (state === "full") return fail("conflict", "event_full");
  await tx
    .update(registrations)
    .set({ status: state, place: plan.nextPlace, confirmedAt: state === "confirmed" ? now : null })
    .where(eq(registrations.id, row.id));
  await moveSeats(tx, eventId, sumOf([changeOf(row, { ...row, status: state }), { nextPlace: 1 }]));
  await emit({ kind: `registration.${state}`, payload: { registrationId: row.id, eventId } });
  return ok(state);
}

/** Tells that whoever asked or waits is proven now; of everybody else the rules say nothing. */
export async function tellProven(
  { emit }: Pick<Context, "emit">,
  { id, eventId, status }: Pick<LoadedRegistration["row"], "id" | "eventId" | "status">,
): Promise<void> {
  if (status === "pending" || status === "waiting")
    await emit({ kind: "registration.proven", payload: { registrationId: id, eventId } });
}
