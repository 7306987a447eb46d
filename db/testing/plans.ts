import { desc, eq } from "drizzle-orm";
import { adoptPlan } from "@/domain/matchmaking/commands/adopt-plan";
import { publishPlan } from "@/domain/matchmaking/commands/publish-plan";
import { stateWish } from "@/domain/matchmaking/commands/state-wish";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { planMatrix } from "@/domain/matchmaking/queries/plan-matrix";
import type { Result } from "@/lib/result";
import { db } from "../client";
import { planRunPairs, planRuns, talkPlans } from "../schema/matchmaking-plans";
import { organizerActor, personActor } from "./actors";
import { aPerson } from "./makers";
import { aTaker, aTalkEvent, slotAt } from "./talks";

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
    const [lower = a.person.id, higher = b.person.id] = [a.person.id, b.person.id].toSorted();
    return {
      ...{ runId: run.id, onePersonId: lower, otherPersonId: higher, kind: "want" as const },
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

export async function matrixOf({ event, office }: PlanEvent, now = new Date()) {
  const matrix = await planMatrix(office, { eventId: event.id, locale: "de" }, now);
  if (!matrix) throw new Error("no matrix");
  return matrix;
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

/** The id of the person at this place in the list. */
export const idOf = ({ takers }: PlanEvent, nth: number) => takers[nth]?.person.id ?? "";

/** What one says of another. */
export async function wish(world: PlanEvent, [from, to]: readonly [number, number], said: string) {
  const me = world.takers[from]?.person;
  if (!me) throw new Error("nobody there");
  const input = { eventId: world.event.id, personId: idOf(world, to), wish: said };
  const stated = await stateWish({ actor: personActor(me), input });
  if (!stated.ok) throw new Error(stated.failure.reason);
}

/** What makes a matrix no plan, from the matrix alone and from no code of the planner. */
export function faultsOn({ talks, closed, people, tables }: PlanMatrix): string[] {
  const standing = talks.filter(({ state, slot }) => state !== "cancelled" && slot !== null);
  const cells = standing.flatMap(({ people: ids, slot }) => ids.map((id) => `${id} ${slot}`));
  const seats = standing.flatMap(({ table, slot }) => (table === null ? [] : [`${table} ${slot}`]));
  const shut = new Set(closed.map(({ personId, slot }) => `${personId} ${slot}`));
  return [
    ...(new Set(cells).size === cells.length ? [] : ["somebody is twice at one time"]),
    ...(new Set(seats).size === seats.length ? [] : ["a table has two talks"]),
    ...cells.filter((cell) => shut.has(cell)).map((cell) => `closed: ${cell}`),
    ...standing
      .filter(({ table }) => table !== null && table > tables)
      .map(({ id }) => `no such table: ${id}`),
    ...people
      .filter(({ id, quota }) => standing.filter((talk) => talk.people.includes(id)).length > quota)
      .map(({ id }) => `quota: ${id}`),
  ];
}

/** The slot of the talk of these two; undefined without a talk. */
export function slotOf({ talks }: PlanMatrix, one: string, other: string) {
  const is = talks.find(
    ({ people, state }) => state !== "cancelled" && people.includes(one) && people.includes(other),
  );
  return is?.slot ?? undefined;
}
