import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { z } from "zod";
import { admissions, assignments, rooms, rounds } from "@/db/schema/rooms";
import type { Context } from "@/domain/kernel/context";
import { type Id, newId } from "@/lib/ids";
import { inParts } from "@/lib/in-parts";
import { TALK_OPENS_BEFORE_MS } from "../rules";
import type { layTalksInput } from "../schema";
import { newLiveKitName } from "./session";
import type { Talker } from "./talk-people";

type Talk = z.output<typeof layTalksInput>["opens"][number];
type PersonId = Id<"person">;
type AdmissionId = Id<"admission">;

/** Takes rounds of talks back, and no others: which ones, and the people who had a place there. */
export async function closeRounds(
  { tx, now }: Context,
  liveSessionId: Id<"liveSession">,
  roundIds: readonly Id<"round">[],
): Promise<{ closed: Id<"round">[]; people: AdmissionId[] }> {
  if (roundIds.length === 0) return { closed: [], people: [] };
  const rows = await tx
    .update(rounds)
    .set({ cancelledAt: now })
    .where(
      and(
        inArray(rounds.id, [...roundIds]),
        eq(rounds.liveSessionId, liveSessionId),
        eq(rounds.kind, "talk"),
      ),
    )
    .returning({ id: rounds.id });
  const closed = rows.map(({ id }) => id);
  if (closed.length === 0) return { closed, people: [] };
  const people = await tx
    .selectDistinct({ id: assignments.admissionId })
    .from(assignments)
    .where(inArray(assignments.roundId, closed));
  return { closed, people: people.map(({ id }) => id) };
}

/** Admits all of them before they ever came: whoever was in the room already keeps that identity. */
export async function admitAll(
  { tx, now }: Context,
  eventId: Id<"event">,
  talkers: readonly Talker[],
): Promise<Map<PersonId, AdmissionId>> {
  const find = async () => {
    const people = talkers.map(({ personId }) => personId);
    const seats = talkers.flatMap(({ registrationId }) => registrationId ?? []);
    const rows = await tx
      .select({ id: admissions.id, personId: admissions.personId, seat: admissions.registrationId })
      .from(admissions)
      .where(
        and(
          eq(admissions.eventId, eventId),
          isNull(admissions.claimId),
          or(inArray(admissions.personId, people), inArray(admissions.registrationId, seats)),
        ),
      );
    return new Map(
      talkers.flatMap(({ personId, registrationId }) => {
        const own =
          rows.find((row) => row.personId === personId) ?? rows.find((row) => row.seat === registrationId);
        return own ? [[personId, own.id] as const] : [];
      }),
    );
  };
  const known = await find();
  const missing = talkers.filter(({ personId }) => !known.has(personId));
  await inParts(missing, (some) =>
    tx
      .insert(admissions)
      .values(some.map((talker) => ({ ...talker, eventId, role: "participant" as const, createdAt: now })))
      .onConflictDoNothing(),
  );
  return missing.length === 0 ? known : find();
}

/** A round and a room for each talk, in their order. */
export async function openRounds(
  { tx, now }: Context,
  liveSessionId: Id<"liveSession">,
  talks: readonly Talk[],
): Promise<{ roundId: Id<"round">; roomId: Id<"room"> }[]> {
  const made = talks.map((talk) => ({ talk, roundId: newId("round"), roomId: newId("room") }));
  await inParts(made, (some) =>
    tx.insert(rounds).values(
      some.map(({ roundId: id, talk: { startsAt, endsAt } }) => ({
        ...{ id, liveSessionId, kind: "talk" as const, rule: "talk" as const, startsAt, endsAt },
        durationSeconds: Math.round((endsAt.getTime() - startsAt.getTime()) / 1000),
        canJoinLater: false,
        createdAt: now,
      })),
    ),
  );
  await inParts(made, (some) =>
    tx.insert(rooms).values(
      some.map(({ roomId: id, roundId, talk: { startsAt, label } }) => ({
        ...{ id, roundId, liveSessionId, kind: "talk" as const, label, lkName: newLiveKitName() },
        opensAt: new Date(startsAt.getTime() - TALK_OPENS_BEFORE_MS),
      })),
    ),
  );
  return made.map(({ roundId, roomId }) => ({ roundId, roomId }));
}
