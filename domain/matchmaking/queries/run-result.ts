import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { planRunPairs, planRuns } from "@/db/schema/matchmaking-plans";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { type DayFigures, dayFigures, type TalkTime } from "../internal/day-figures";
import { unplacedOf } from "../internal/unplaced";
import type { MatrixTalk, PlanMatrix, UnplacedWish } from "../labels";

/** What a run came to for people, and which wishes it found no place for. */
export type RunResultView = DayFigures & { unplaced: UnplacedWish[] };
type Pair = typeof planRunPairs.$inferSelect;

/** Talks that no plan moves: they stand in whatever a run came to. */
const stands = ({ state, slot }: MatrixTalk) => (state === "booked" || state === "held") && slot !== null;

function standing({ talks, slots }: PlanMatrix): TalkTime[] {
  return talks.filter(stands).flatMap(({ people, slot }) => {
    const at = slots[slot ?? -1];
    return at ? [{ people, startsAt: new Date(at.startsAt), endsAt: new Date(at.endsAt) }] : [];
  });
}

function planned({ slots }: PlanMatrix, pairs: readonly Pair[]): TalkTime[] {
  const ends = new Map(slots.map(({ startsAt, endsAt }) => [startsAt, endsAt]));
  return pairs.flatMap(({ onePersonId, otherPersonId, startsAt }): TalkTime[] => {
    const end = startsAt && ends.get(startsAt.toISOString());
    return startsAt && end ? [{ people: [onePersonId, otherPersonId], startsAt, endsAt: new Date(end) }] : [];
  });
}

/** What a run of this event came to, pair by pair. */
async function pairsOf(eventId: Id<"event">, runId: string): Promise<Pair[]> {
  const rows = await db()
    .select({ pair: planRunPairs })
    .from(planRunPairs)
    .innerJoin(planRuns, eq(planRuns.id, planRunPairs.runId))
    // The event, too: a run of another one has nothing to do here.
    .where(and(eq(planRuns.eventId, eventId), sql`${planRuns.id} = ${runId}`));
  return rows.map(({ pair }) => pair);
}

/** The wishes that a run of this event found no place for. For queries that have authorised. */
export const unplacedOfRun = async (
  { eventId, runId }: { eventId: Id<"event">; runId: Id<"planRun"> },
  { people }: PlanMatrix,
): Promise<UnplacedWish[]> => unplacedOf(people, await pairsOf(eventId, runId));

/** What the last run of an event came to, before it is taken over; undefined while it runs, and for others. */
export async function runResult(
  viewer: Actor,
  eventId: Id<"event">,
  matrix: PlanMatrix,
): Promise<RunResultView | undefined> {
  const { run, people, zone } = matrix;
  const event = await eventScope(db(), eventId);
  if (!event || !can(viewer, "plan.make", { networkId: event.networkId, eventId })) return undefined;
  if (!run || run.state === "running" || run.state === "failed") return undefined;
  const pairs = await pairsOf(eventId, run.id);
  const talks = [...standing(matrix), ...planned(matrix, pairs)];
  return { ...dayFigures({ people, zone, talks }), unplaced: unplacedOf(people, pairs) };
}
