import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { talkWishes } from "@/db/schema/matchmaking-plans";
import { type Guest, type NetworkingRef, networkingGround } from "@/domain/rooms/queries/networkings";
import type { Id } from "@/lib/ids";
import { plannedRounds, type RoundsOrder, roundsProblem } from "../internal/planner/rounds";
import { startPlan } from "../internal/planner-thread";
import { keptAwayIn } from "./relations";

type AdmissionId = Id<"admission">;
type NetworkingPlan = NetworkingRef & {
  revision: number;
  plannedFor: string;
  rounds: { position: number; pairs: [AdmissionId, AdmissionId][] }[];
};

/** Pairs are found at once, and proven to be the most there can be soon after. */
const SECONDS = 2;

/**
 * Who meets whom in the rounds of a speed networking that are still ahead, searched in the planner's thread: nobody meets
 * somebody twice in a session, nor whom they keep away, and sitting out goes round. Undefined when the last plan still holds.
 */
export async function planNetworking(
  ref: NetworkingRef,
  { program, now }: { program: URL; now: Date },
): Promise<NetworkingPlan | undefined> {
  const ground = await networkingGround(db(), ref, now);
  if (!ground || ground.isPlanned) return undefined;
  const { guests, positions, revision, plannedFor } = ground;
  const named = { eventId: ref.eventId, networkingId: ref.networkingId, revision, plannedFor };
  if (guests.length < 2) return { ...named, rounds: positions.map((position) => ({ position, pairs: [] })) };
  const places = new Map(guests.map(({ admissionId }, at) => [admissionId, at]));
  const order: RoundsOrder = {
    rounds: positions.length,
    guests: guests.map(({ present, satOut }) => ({ present, satOut })),
    apart: [...placed(ground.met, places), ...(await keptApart(db(), ref.eventId, guests))],
    seed: revision + 1,
  };
  const problem = roundsProblem(order);
  const options = { program, seed: order.seed, seconds: SECONDS, endsWhenProven: true };
  const outcome = await startPlan(problem, { ...options, onProgress: () => undefined }).outcome;
  if (!outcome.ok) throw new Error("rounds of a speed networking contradict themselves");
  const found = plannedRounds(problem, outcome.result.placement);
  const idOf = (at: number) => guests[at]?.admissionId;
  return {
    ...named,
    rounds: positions.map((position, at) => ({
      position,
      pairs: (found[at]?.pairs ?? []).flatMap(([one, other]): [AdmissionId, AdmissionId][] => {
        const [a, b] = [idOf(one), idOf(other)];
        return a && b ? [[a, b]] : [];
      }),
    })),
  };
}

function placed(
  pairs: readonly (readonly [AdmissionId, AdmissionId])[],
  places: ReadonlyMap<AdmissionId, number>,
): [number, number][] {
  return pairs.flatMap(([one, other]): [number, number][] => {
    const [a, b] = [places.get(one), places.get(other)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
}

/** Who keeps whom away, or said that they will not meet, whichever of them it was. */
async function keptApart(
  reader: Reader,
  eventId: Id<"event">,
  guests: readonly Guest[],
): Promise<[number, number][]> {
  const places = new Map(guests.flatMap(({ personId }, at) => (personId ? [[personId, at] as const] : [])));
  const among = [...places.keys()];
  if (among.length < 2) return [];
  const kept = await keptAwayIn(reader, { eventId, among });
  const never = await reader
    .select({ who: talkWishes.fromPersonId, whom: talkWishes.toPersonId })
    .from(talkWishes)
    .where(
      and(
        eq(talkWishes.eventId, eventId),
        eq(talkWishes.wish, "never"),
        inArray(talkWishes.fromPersonId, among),
        inArray(talkWishes.toPersonId, among),
      ),
    );
  return [...kept, ...never].flatMap(({ who, whom }): [number, number][] => {
    const [a, b] = [places.get(who), places.get(whom)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
}
