import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "@/db/client";
import { admissions, assignments, placements, rooms, rounds } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import { roleNow } from "../rules";
import { epoch, type RoomRole } from "../schema";
import type { AssignmentRow, PersonRows } from "./place";

export type Admission = typeof admissions.$inferSelect;
export type Placement = typeof placements.$inferSelect;
/** One person in one event, with everything that decides about rooms and rights. The role that counts is in `rows`. */
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
  mode: rooms.mode,
  opensAt: rooms.opensAt,
  closesAt: rooms.closesAt,
  closedAt: rooms.closedAt,
};
const roundColumns = {
  id: rounds.id,
  kind: rounds.kind,
  rule: rounds.rule,
  startsAt: rounds.startsAt,
  endsAt: rounds.endsAt,
  closingDelaySeconds: rounds.closingDelaySeconds,
  allowReturn: rounds.allowReturn,
  autoMove: rounds.autoMove,
  cancelledAt: rounds.cancelledAt,
};

type Assigned = AssignmentRow & { admissionId: Id<"admission">; roundId: Id<"round"> };

const sanctionList = z.array(
  z.object({ kind: z.enum(["ban", "silence", "no_chat"]), until: z.coerce.date().nullable() }),
);
type Sanction = z.infer<typeof sanctionList>[number];

/**
 * Sanctions in force against the admission of the row. One against a proven person also holds for the claims of the
 * same registration; one against a mere claim never touches the person whose address somebody typed.
 */
const sanctionsInForce = (now: Date) => sql`(
  select coalesce(json_agg(json_build_object('kind', s.kind, 'until', s.until)), '[]'::json)
    from sanctions s join admissions other on other.id = s.admission_id
   where s.event_id = ${admissions.eventId} and s.lifted_at is null
     and (s.until is null or s.until > ${now.toISOString()}::timestamptz)
     and (other.id = ${admissions.id}
       or (${admissions.role} = 'unproven' and other.registration_id = ${admissions.registrationId})))`;

/** One row per person and assignment, or one with an empty assignment. */
const readRows = (reader: Reader, which: SQL | undefined, now: Date) =>
  reader
    .select({
      admission: admissions,
      placement: placements,
      assignment: {
        roundId: assignments.roundId,
        returnedAt: assignments.returnedAt,
        declinedAt: assignments.declinedAt,
      },
      round: roundColumns,
      room: roomColumns,
      sanctions: sanctionsInForce(now),
    })
    .from(admissions)
    .leftJoin(placements, eq(placements.admissionId, admissions.id))
    .leftJoin(assignments, eq(assignments.admissionId, admissions.id))
    .leftJoin(rounds, eq(rounds.id, assignments.roundId))
    .leftJoin(rooms, eq(rooms.id, assignments.roomId))
    .where(which)
    .orderBy(admissions.id);
type Row = Awaited<ReturnType<typeof readRows>>[number];

/** The room a host looks into, with the round that ends the visit. */
async function visitOf(reader: Reader, roomId: Id<"room">): Promise<PersonRows["visiting"]> {
  const [found] = await reader
    .select({ room: roomColumns, round: roundColumns })
    .from(rooms)
    .leftJoin(rounds, eq(rounds.id, rooms.roundId))
    .where(eq(rooms.id, roomId));
  return found ?? null;
}

/** The longest of several bans; null as its end means the whole event. */
function banOf(bans: readonly Sanction[]): { until: Date | null } | undefined {
  if (bans.length === 0) return undefined;
  if (bans.some((ban) => ban.until === null)) return { until: null };
  return { until: new Date(Math.max(...bans.map((ban) => Number(ban.until)))) };
}

function assignedIn({ admission, assignment, round, room }: Row): Assigned[] {
  if (!assignment || !round || !room) return [];
  return [{ admissionId: admission.id, ...assignment, round, room }];
}

type Visits = ReadonlyMap<string, PersonRows["visiting"]>;

function personOf([first, ...more]: [Row, ...Row[]], visits: Visits): Person {
  const { admission, placement } = first;
  const mine = sanctionList.parse(first.sanctions);
  const rows = {
    role: admission.role,
    revision: placement?.revision ?? 0,
    arrived: arrivedOf(placement?.arrivedEpoch),
    wasHere: placement?.leaseAt != null,
    admitted: placement?.admittedAt != null,
    onStage: placement?.onStageAt != null,
    banned: banOf(mine.filter((row) => row.kind === "ban")),
    visiting: placement?.visitingRoomId ? (visits.get(placement.visitingRoomId) ?? null) : null,
    assignments: [first, ...more].flatMap(assignedIn),
  };
  const silenced = mine.some((row) => row.kind === "silence");
  return { admission, placement, rows, silenced, noChat: mine.some((row) => row.kind === "no_chat") };
}

/** The people of these admissions with all their rows: one query, however many they are. */
export async function findPeople(reader: Reader, which: SQL | undefined, now: Date): Promise<Person[]> {
  const byPerson = new Map<string, [Row, ...Row[]]>();
  const visits = new Map<string, PersonRows["visiting"]>();
  for (const row of await readRows(reader, which, now)) {
    const known = byPerson.get(row.admission.id);
    if (known) known.push(row);
    else byPerson.set(row.admission.id, [row]);
    const visited = row.placement?.visitingRoomId;
    if (visited && !visits.has(visited)) visits.set(visited, await visitOf(reader, visited));
  }
  return [...byPerson.values()].map((rows) => personOf(rows, visits));
}

/** The person in the role that is left of the stored one when the entrance grants no more than this. */
export const personNow = (person: Person, granted: RoomRole): Person => ({
  ...person,
  rows: { ...person.rows, role: roleNow(person.admission, granted) },
});

/** The same for admissions that are known already. */
export async function loadPeople(reader: Reader, people: readonly Admission[], now: Date): Promise<Person[]> {
  if (people.length === 0) return [];
  const ids = people.map(({ id }) => id);
  return findPeople(reader, inArray(admissions.id, ids), now);
}
