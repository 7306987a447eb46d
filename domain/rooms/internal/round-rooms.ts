import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { assignments, liveSessions, rooms, rounds } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import { newLiveKitName } from "./session";

export type Round = typeof rounds.$inferSelect;
export type RoundRoom = {
  label: string;
  admissionIds: readonly Id<"admission">[];
  /** What its people have in common, where that is the rule. */
  matches?: string | null;
};

/** Makes the rooms of a round and puts their people in. LiveKit hears of them when somebody is sent there. */
export async function fillRound(
  tx: Transaction,
  round: Pick<Round, "id" | "liveSessionId">,
  { groups, now }: { groups: readonly RoundRoom[]; now: Date },
): Promise<Id<"room">[]> {
  if (groups.length === 0) return [];
  const made = await tx
    .insert(rooms)
    .values(
      groups.map(({ label, matches = null }) => ({
        liveSessionId: round.liveSessionId,
        roundId: round.id,
        kind: "breakout" as const,
        ...{ label, matches },
        lkName: newLiveKitName(),
        opensAt: now,
      })),
    )
    .returning({ id: rooms.id });
  const seats = groups.flatMap(({ admissionIds }, index) => {
    const roomId = made[index]?.id;
    return roomId ? admissionIds.map((admissionId) => ({ roundId: round.id, admissionId, roomId })) : [];
  });
  if (seats.length > 0) await tx.insert(assignments).values(seats);
  return made.map(({ id }) => id);
}

/** Empties a draft: its rooms have never been at LiveKit. The assignments go with them. */
export async function clearRound(tx: Transaction, roundId: Id<"round">): Promise<void> {
  await tx.delete(rooms).where(eq(rooms.roundId, roundId));
}

/** Everybody who has a room in the round. */
export async function peopleOf(tx: Transaction, roundId: Id<"round">): Promise<Id<"admission">[]> {
  const found = await tx
    .select({ id: assignments.admissionId })
    .from(assignments)
    .where(eq(assignments.roundId, roundId));
  return found.map(({ id }) => id);
}

type Owner = Id<"liveSession"> | undefined;

/** The round, locked; undefined when it belongs to another session or is a talk, which hosts do not run. */
export const lockRound = (tx: Transaction, sessionId: Owner, roundId: Id<"round">) =>
  heldRound(tx, { sessionId, roundId, how: "update" });

/** The same round, which stays as it is while others read it too. */
export const shareRound = (tx: Transaction, sessionId: Owner, roundId: Id<"round">) =>
  heldRound(tx, { sessionId, roundId, how: "share" });

type Hold = { sessionId: Owner; roundId: Id<"round">; how: "update" | "share" };

async function heldRound(tx: Transaction, { sessionId, roundId, how }: Hold): Promise<Round | undefined> {
  if (!sessionId) return undefined;
  // The session first, as everywhere: two rounds of one event are opened one after the other.
  await tx.select({ id: liveSessions.id }).from(liveSessions).where(eq(liveSessions.id, sessionId)).for(how);
  const [round] = await tx
    .select()
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.liveSessionId, sessionId), eq(rounds.kind, "breakout")))
    .for(how);
  return round;
}
