import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { admissions, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { inParts } from "@/lib/in-parts";
import { fail, ok } from "@/lib/result";
import { fillRound, type RoundRoom } from "../internal/round-rooms";
import { ensureSession } from "../internal/session";
import { findRegistered, type Registered } from "../queries/registered";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { readSetFile, type Wanted } from "../rules/set-file";
import { importRoundInput } from "../schema";

/**
 * A draft by hand from a file: who belongs into which room, long before anybody is there. Lines that mean nobody, or somebody
 * a second time, are told by their number and left out.
 */
export const importRound = defineCommand({
  name: "import-round",
  input: importRoundInput,
  permission: "round.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, text, ...values }, { event }) => {
    const { tx, now, emit } = context;
    const file = readSetFile(text);
    if (!file.ok) return fail("invalid", "unreadable_file");
    const found = await findRegistered(tx, eventId, file.wanted);
    const session = await ensureSession(tx, event);
    const admitted = await admit(context, eventId, found);
    const { groups, unread } = groupsOf(file.wanted, found, admitted);
    const [round] = await tx
      .insert(rounds)
      .values({ ...values, kind: "breakout", rule: "by_hand", liveSessionId: session.id, createdAt: now })
      .returning();
    if (!round) throw new Error("a round was not stored");
    await fillRound(tx, round, { groups, now });
    await emit({ kind: "round.changed", payload: { eventId, roundId: round.id } });
    const placed = groups.reduce((sum, { admissionIds }) => sum + admissionIds.length, 0);
    return ok({ roundId: round.id, placed, unread });
  },
});

type Ids = ReadonlyMap<Id<"registration">, Id<"admission">>;

/** Admits all of them before they ever came: whoever was in the room already keeps that identity. */
async function admit(
  { tx, now }: Context,
  eventId: Id<"event">,
  found: readonly (Registered | null)[],
): Promise<Ids> {
  const people = [...new Map(found.flatMap((one) => (one ? [[one.registrationId, one]] : []))).values()];
  if (people.length === 0) return new Map();
  const mine = or(
    inArray(
      admissions.registrationId,
      people.map(({ registrationId }) => registrationId),
    ),
    inArray(
      admissions.personId,
      people.flatMap(({ personId }) => personId ?? []),
    ),
  );
  const find = async () => {
    const rows = await tx
      .select({ id: admissions.id, personId: admissions.personId, seat: admissions.registrationId })
      .from(admissions)
      .where(and(eq(admissions.eventId, eventId), isNull(admissions.claimId), mine));
    return new Map(
      people.flatMap(({ registrationId, personId }) => {
        const own =
          rows.find((row) => personId !== null && row.personId === personId) ??
          rows.find((row) => row.seat === registrationId);
        return own ? [[registrationId, own.id] as const] : [];
      }),
    );
  };
  const known = await find();
  const missing = people.filter(({ registrationId }) => !known.has(registrationId));
  await inParts(missing, (some) =>
    tx
      .insert(admissions)
      .values(some.map((one) => ({ ...one, eventId, role: "participant" as const, createdAt: now })))
      .onConflictDoNothing(),
  );
  return missing.length === 0 ? known : find();
}

/** Rooms in the order of the file; the first line about somebody counts. */
function groupsOf(wanted: readonly Wanted[], found: readonly (Registered | null)[], admitted: Ids) {
  const rooms = new Map<string, Id<"admission">[]>();
  const seated = new Set<string>();
  const unread: { line: number; who: string }[] = [];
  for (const [at, { line, room, who }] of wanted.entries()) {
    const people = rooms.get(room) ?? [];
    rooms.set(room, people);
    const one = found[at];
    const admissionId = one ? admitted.get(one.registrationId) : undefined;
    if (!admissionId || seated.has(admissionId)) {
      unread.push({ line, who });
      continue;
    }
    seated.add(admissionId);
    people.push(admissionId);
  }
  const groups: RoundRoom[] = [...rooms].map(([label, admissionIds]) => ({ label, admissionIds }));
  return { groups, unread };
}
