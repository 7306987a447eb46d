import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "@/db/client";
import { admissions, assignments, placements, rooms, rounds, sanctions } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import { isUnproven } from "../rules";
import { epoch } from "../schema";
import type { AssignmentRow, PersonRows } from "./place";

export type Admission = typeof admissions.$inferSelect;
export type Placement = typeof placements.$inferSelect;
/** One person in one event, with everything that decides about rooms and rights. */
export type Person = {
  admission: Admission;
  placement: Placement | null;
  rows: Omit<PersonRows, "assignments"> & { assignments: readonly Assigned[] };
  silenced: boolean;
  noChat: boolean;
};

const arrivedText = z
  .string()
  .transform((text) => text.split(":").map(Number))
  .pipe(epoch);

/** Reads `revision:milliseconds` as `mark-arrived` writes it; null for none. */
const arrivedOf = (text: string | null | undefined) => arrivedText.safeParse(text ?? "").data ?? null;

const roomColumns = {
  id: rooms.id,
  kind: rooms.kind,
  label: rooms.label,
  lkName: rooms.lkName,
  closedAt: rooms.closedAt,
};
const roundColumns = {
  id: rounds.id,
  kind: rounds.kind,
  startsAt: rounds.startsAt,
  endsAt: rounds.endsAt,
  closingDelaySeconds: rounds.closingDelaySeconds,
  allowReturn: rounds.allowReturn,
  autoMove: rounds.autoMove,
  cancelledAt: rounds.cancelledAt,
};

type Assigned = AssignmentRow & { admissionId: Id<"admission">; roundId: Id<"round"> };

const assignmentsOf = (reader: Reader, ids: Id<"admission">[]): Promise<Assigned[]> =>
  reader
    .select({
      admissionId: assignments.admissionId,
      roundId: assignments.roundId,
      round: roundColumns,
      room: roomColumns,
      returnedAt: assignments.returnedAt,
      declinedAt: assignments.declinedAt,
    })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .innerJoin(rooms, eq(rooms.id, assignments.roomId))
    .where(inArray(assignments.admissionId, ids));

/** The room a host looks into, with the round that ends the visit. */
async function visitOf(reader: Reader, roomId: Id<"room">): Promise<PersonRows["visiting"]> {
  const [found] = await reader
    .select({ room: roomColumns, round: roundColumns })
    .from(rooms)
    .leftJoin(rounds, eq(rounds.id, rooms.roundId))
    .where(eq(rooms.id, roomId));
  return found ?? null;
}

type Sanction = { admissionId: Id<"admission">; kind: "ban" | "silence" | "no_chat"; until: Date | null };

/**
 * Sanctions in force, by the admission they concern. One against a proven person also holds for the claims of the
 * same registration; one against a mere claim never touches the person whose address somebody typed.
 */
async function sanctionsOf(reader: Reader, people: readonly Admission[], now: Date): Promise<Sanction[]> {
  const ids = people.map(({ id }) => id);
  const registrations = people.flatMap((one) =>
    isUnproven(one.role) && one.registrationId ? [one.registrationId] : [],
  );
  const inForce = and(
    isNull(sanctions.liftedAt),
    or(isNull(sanctions.until), sql`${sanctions.until} > ${now.toISOString()}`),
  );
  const found = await reader
    .select({
      admissionId: sanctions.admissionId,
      registrationId: admissions.registrationId,
      kind: sanctions.kind,
      until: sanctions.until,
    })
    .from(sanctions)
    .innerJoin(admissions, eq(admissions.id, sanctions.admissionId))
    .where(
      and(
        inForce,
        or(
          inArray(sanctions.admissionId, ids),
          registrations.length > 0 ? inArray(admissions.registrationId, registrations) : undefined,
        ),
      ),
    );
  return people.flatMap((person) =>
    found
      .filter(
        (row) =>
          row.admissionId === person.id ||
          (isUnproven(person.role) &&
            row.registrationId !== null &&
            row.registrationId === person.registrationId),
      )
      .map((row) => ({ admissionId: person.id, kind: row.kind, until: row.until })),
  );
}

/** The longest of several bans; null as its end means the whole event. */
function banOf(bans: readonly Sanction[]): { until: Date | null } | undefined {
  if (bans.length === 0) return undefined;
  if (bans.some((ban) => ban.until === null)) return { until: null };
  return { until: new Date(Math.max(...bans.map((ban) => Number(ban.until)))) };
}

/** Loads the rows of these admissions. One query per table, however many people. */
export async function loadPeople(reader: Reader, people: readonly Admission[], now: Date): Promise<Person[]> {
  if (people.length === 0) return [];
  const ids = people.map(({ id }) => id);
  const placed = await reader.select().from(placements).where(inArray(placements.admissionId, ids));
  const assigned = await assignmentsOf(reader, ids);
  const sanctioned = await sanctionsOf(reader, people, now);
  const visits = new Map<Id<"room">, PersonRows["visiting"]>();
  for (const { visitingRoomId } of placed) {
    if (visitingRoomId) visits.set(visitingRoomId, await visitOf(reader, visitingRoomId));
  }
  return people.map((admission) => {
    const placement = placed.find((row) => row.admissionId === admission.id) ?? null;
    const mine = sanctioned.filter((row) => row.admissionId === admission.id);
    const rows = {
      role: admission.role,
      revision: placement?.revision ?? 0,
      arrived: arrivedOf(placement?.arrivedEpoch),
      wasHere: placement?.leaseAt != null,
      banned: banOf(mine.filter((row) => row.kind === "ban")),
      visiting: placement?.visitingRoomId ? (visits.get(placement.visitingRoomId) ?? null) : null,
      assignments: assigned.filter((row) => row.admissionId === admission.id),
    };
    const silenced = mine.some((row) => row.kind === "silence");
    return { admission, placement, rows, silenced, noChat: mine.some((row) => row.kind === "no_chat") };
  });
}
