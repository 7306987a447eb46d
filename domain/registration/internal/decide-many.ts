import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import type { Context } from "@/domain/kernel/context";
import type { DecidedAs } from "../labels";
import { type Attendance, seatingOf, seatsOf } from "../rules";
import { endRegistrations } from "./end-registrations";
import type { HeldSeats } from "./held-seats";
import { changeOf, movedBy, moveSeats, type SeatPlan, sumOf } from "./seat-plan";

type Asked = Pick<typeof registrations.$inferSelect, "id" | "name" | "status" | "attendance">;
type Decided = Pick<Asked, "id" | "name"> & { as: DecidedAs };

/** Those of the choice whom the office was asked about, in the order in which they asked, held until the end. */
export const lockAsking = (tx: Transaction, picked: SQL | undefined): Promise<Asked[]> =>
  tx
    .select({
      id: registrations.id,
      name: registrations.name,
      status: registrations.status,
      attendance: registrations.attendance,
    })
    .from(registrations)
    .where(picked)
    .orderBy(asc(registrations.place), asc(registrations.id))
    .for("update");

const isAsking = ({ status }: Asked) => status === "pending";
const leftAsItWas = ({ id, name }: Asked): Decided => ({ id, name, as: "left" });

function grantedAs(plan: SeatPlan, attendance: Attendance): DecidedAs {
  if (attendance === "onsite" && plan.onsiteCapacity === null) return "no_onsite_seats";
  return seatingOf(seatsOf(plan, attendance));
}

/** Gives each of them what the next person gets, one after the other by the counts of the locked plan. */
function seated(plan: SeatPlan, asked: readonly Asked[]) {
  let left = plan;
  const decided = asked.map((row) => {
    if (!isAsking(row)) return leftAsItWas(row);
    const as = grantedAs(left, row.attendance);
    if (as === "confirmed" || as === "waiting")
      left = movedBy(left, sumOf([changeOf(row, { ...row, status: as }), { nextPlace: 1 }]));
    return { id: row.id, name: row.name, as };
  });
  return { decided, left };
}

/** Says yes to everybody who asked: a seat, or the end of the waiting list while there is one. */
export async function approveAll(
  { tx, now, emit }: Context,
  { event: { eventId }, plan }: HeldSeats,
  asked: readonly Asked[],
): Promise<Decided[]> {
  const { decided, left } = seated(plan, asked);
  const change = sumOf(
    (["pending", "confirmed", "waiting", "onsiteConfirmed", "onsiteWaiting", "nextPlace"] as const).map(
      (column) => ({ [column]: left[column] - plan[column] }),
    ),
  );
  let place = plan.nextPlace;
  const given = decided.flatMap(({ id, as }) =>
    as === "confirmed" || as === "waiting" ? [{ id, as, place: place++ }] : [],
  );
  for (const as of ["confirmed", "waiting"] as const) {
    const rows = given.filter((one) => one.as === as);
    if (rows.length === 0) continue;
    // Joined once: looked up for each row, a long list would be read as often as it is long.
    const places = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id text, place bigint)`;
    await tx
      .update(registrations)
      .set({ status: as, place: sql`given.place`, confirmedAt: as === "confirmed" ? now : null })
      .from(places)
      .where(eq(registrations.id, sql`given.id`));
  }
  await moveSeats(tx, eventId, change);
  for (const { id, as } of given)
    await emit({ kind: `registration.${as}`, payload: { registrationId: id, eventId } });
  return decided;
}

/** Says no to everybody who asked; nobody else's seat is touched. */
export async function declineAll(
  context: Context,
  { event: { eventId } }: HeldSeats,
  asked: readonly Asked[],
): Promise<Decided[]> {
  const { tx, emit } = context;
  const rows = asked.filter(isAsking);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) {
    const isOne = and(eq(registrations.eventId, eventId), inArray(registrations.id, ids));
    await tx.update(registrations).set({ status: "declined" }).where(isOne);
    await endRegistrations(context, ids);
    await moveSeats(tx, eventId, sumOf(rows.map((row) => changeOf(row, undefined))));
  }
  for (const registrationId of ids)
    await emit({ kind: "registration.declined", payload: { registrationId, eventId } });
  return asked.map((row) =>
    isAsking(row) ? { id: row.id, name: row.name, as: "declined" } : leftAsItWas(row),
  );
}
