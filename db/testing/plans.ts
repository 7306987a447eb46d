import { desc, eq } from "drizzle-orm";
import { adoptPlan } from "@/domain/matchmaking/commands/adopt-plan";
import { publishPlan } from "@/domain/matchmaking/commands/publish-plan";
import { planBoard } from "@/domain/matchmaking/queries/plan-board";
import type { Result } from "@/lib/result";
import { db } from "../client";
import { planRunPairs, planRuns, talkPlans } from "../schema/matchmaking-plans";
import { organizerActor } from "./actors";
import { aPerson } from "./makers";
import { aTaker, aTalkEvent, slotAt } from "./talks";

type Event = Awaited<ReturnType<typeof aTalkEvent>>;
type Taker = Awaited<ReturnType<typeof aTaker>>;

/** An event with four slots, so many people who take talks, and its organizer. */
export async function aPlanEvent(people: number, values: Parameters<typeof aTalkEvent>[0] = {}) {
  const event = await aTalkEvent(values);
  const takers: Taker[] = [];
  for (let nth = 0; nth < people; nth++) takers.push(await aTaker(event));
  const office = organizerActor(await aPerson(), { id: event.networkId });
  return { event, takers, office };
}
export type PlanEvent = Awaited<ReturnType<typeof aPlanEvent>>;

/** A talk of two people, by their places in the list, in a slot; null for a wish without a place. */
export type Wanted = readonly [one: number, other: number, slot: number | null];

/** What was given, as text, or why not. */
export const outcomeOf = (result: Result<unknown>): string => (result.ok ? "ok" : result.failure.reason);

/** A search that is over and came to this, as raw rows. */
export async function aRun({ event, takers }: PlanEvent, wanted: readonly Wanted[]) {
  const options = { scope: "all", min: 1, max: 8, restAfter: 0, keepLocked: true, seconds: 1 };
  await db().insert(talkPlans).values({ eventId: event.id }).onConflictDoNothing();
  const [run] = await db()
    .insert(planRuns)
    .values({
      eventId: event.id,
      options,
      state: "done",
      phase: "prove",
      seenAt: new Date(),
      endedAt: new Date(),
    })
    .returning();
  if (!run) throw new Error("the insert returned no row");
  const pairs = wanted.map(([one, other, slot]) => {
    const [a, b] = [takers[one], takers[other]];
    if (!a || !b) throw new Error("nobody there");
    const why = slot === null ? "noCommonSlot" : null;
    return {
      ...{ runId: run.id, onePersonId: a.person.id, otherPersonId: b.person.id, kind: "want" as const },
      ...{ startsAt: slot === null ? null : slotAt(event, slot), reason: why },
    };
  });
  if (pairs.length > 0) await db().insert(planRunPairs).values(pairs);
  return run;
}

/** The draft of such a search. */
export async function aDraft(world: PlanEvent, wanted: readonly Wanted[]): Promise<number> {
  const run = await aRun(world, wanted);
  const result = await adoptPlan({ actor: world.office, input: { runId: run.id } });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value.version;
}

export async function boardOf({ event, office }: PlanEvent, now = new Date()) {
  const board = await planBoard(office, { eventId: event.id, locale: "de" }, now);
  if (!board) throw new Error("no board");
  return board;
}

/** Publishes the draft as it stands. */
export async function publish({ event, office }: PlanEvent) {
  const [plan] = await db()
    .select()
    .from(talkPlans)
    .where(eq(talkPlans.eventId, event.id))
    .orderBy(desc(talkPlans.createdAt));
  return publishPlan({ actor: office, input: { eventId: event.id, seen: plan?.draftVersion ?? 1 } });
}

/** The same of a plan that was just made. */
export async function aPublishedPlan(world: PlanEvent, wanted: readonly Wanted[]) {
  await aDraft(world, wanted);
  const result = await publish(world);
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}
