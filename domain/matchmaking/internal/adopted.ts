import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type plannedTalks, planRunPairs } from "@/db/schema/matchmaking-plans";
import type { Id } from "@/lib/ids";
import type { PlanBasis } from "../queries/plan-basis";
import { overlaps, type Span } from "../rules";
import { keyOf, pairOf } from "./pairs";
import { placeFor, plannedAhead } from "./plan-steps";
import { isPast } from "./plan-times";
import { DO_NOT_MEET } from "./unplaced";

type PersonId = Id<"person">;
type NewTalk = typeof plannedTalks.$inferInsert;
type RunPair = typeof planRunPairs.$inferSelect;

/** What a run came to. */
export const pairsOfRun = (tx: Transaction, runId: Id<"planRun">): Promise<RunPair[]> =>
  tx.select().from(planRunPairs).where(eq(planRunPairs.runId, runId));

/** Gives each talk a table: the one it has, where nobody else is there, else the lowest that is free. */
class Tables {
  private readonly taken = new Map<number, Set<number>>();
  constructor(private readonly basis: PlanBasis) {}

  /** Tables of talks that no plan moves. */
  private at(slot: Span): Set<number> {
    const key = slot.startsAt.getTime();
    const known = this.taken.get(key);
    if (known) return known;
    const fixed = this.basis.talks.filter((talk) => talk.plan === undefined && overlaps(talk, slot));
    const fresh = new Set(fixed.flatMap(({ table }) => table ?? []));
    this.taken.set(key, fresh);
    return fresh;
  }

  claim(slot: Span, wanted: number | null): boolean {
    if (wanted === null || wanted > this.basis.tables || this.at(slot).has(wanted)) return false;
    this.at(slot).add(wanted);
    return true;
  }

  next(slot: Span): number | undefined {
    const free = Array.from({ length: this.basis.tables }, (_, at) => at + 1).find(
      (table) => !this.at(slot).has(table),
    );
    if (free !== undefined) this.at(slot).add(free);
    return free;
  }
}

/** Whether somebody has agreed on something else for this time since the run began, or the two on their talk at any other. */
function isTaken({ talks }: PlanBasis, people: readonly PersonId[], slot: Span): boolean {
  return talks.some(
    (talk) =>
      talk.plan === undefined &&
      (people.every((person) => talk.people.includes(person)) ||
        (overlaps(talk, slot) && talk.people.some((person) => people.includes(person)))),
  );
}

/** Whether these two talk by now, or have: their talk is no more of what is drafted. */
const hasBegun = ({ talks }: PlanBasis, [one, other]: readonly [PersonId, PersonId], now: Date): boolean =>
  talks.some((talk) => isPast(talk, now) && talk.people.includes(one) && talk.people.includes(other));

type Draft = { talk: NewTalk; slot: Span | undefined; needsTable: boolean };

/** Tables for all: first for talks that have one where they stand, so that nobody moves for nothing. */
function seated(basis: PlanBasis, drafts: readonly Draft[]): NewTalk[] {
  const tables = new Tables(basis);
  const known = new Map(basis.talks.map((talk) => [talk.id, talk]));
  const keeping = new Set(
    drafts.filter(({ talk, slot, needsTable }) => {
      const meeting = talk.meetingId ? known.get(talk.meetingId) : undefined;
      const stays = slot && meeting?.startsAt.getTime() === slot.startsAt.getTime();
      return needsTable && stays && tables.claim(slot, meeting?.table ?? null);
    }),
  );
  return drafts.map((draft) => {
    const { talk, slot, needsTable } = draft;
    if (!slot || !needsTable) return { ...talk, startsAt: slot?.startsAt ?? null };
    const own = talk.meetingId ? (known.get(talk.meetingId)?.table ?? null) : null;
    const tableNumber = keeping.has(draft) ? own : (tables.next(slot) ?? null);
    // Without a table it has no time either: somebody booked the last one since.
    return tableNumber === null
      ? { ...talk, startsAt: null, isLocked: false }
      : { ...talk, startsAt: slot.startsAt, tableNumber };
  });
}

/** Whether the run has a talk elsewhere that is held where it is by now: it was locked since the search began. */
export function movesLocked(basis: PlanBasis, pairs: readonly RunPair[]): boolean {
  const held = new Map<string, number | undefined>();
  for (const { people, plan, startsAt } of plannedAhead(basis)) {
    const [a, b] = people;
    if (a && b && plan?.isLocked) held.set(keyOf(pairOf(a, b)), startsAt.getTime());
  }
  for (const { isLocked, startsAt, onePersonId, otherPersonId } of basis.drafted)
    if (isLocked) held.set(keyOf(pairOf(onePersonId, otherPersonId)), startsAt?.getTime());
  return pairs.some(({ onePersonId, otherPersonId, startsAt }) => {
    const key = keyOf(pairOf(onePersonId, otherPersonId));
    return held.has(key) && held.get(key) !== startsAt?.getTime();
  });
}

/**
 * The draft that a run makes: each of its talks as it placed it, tied to the talk that people know. What somebody agreed on
 * since the run began stands, so what would be in its way has no time.
 */
export function adopted(basis: PlanBasis, pairs: readonly RunPair[], now: Date): NewTalk[] {
  const meetings = new Map(
    plannedAhead(basis).flatMap((talk) => {
      const [a, b] = talk.people;
      return a && b ? [[keyOf(pairOf(a, b)), talk] as const] : [];
    }),
  );
  const locked = new Set(
    basis.drafted.flatMap((talk) =>
      talk.isLocked ? [keyOf(pairOf(talk.onePersonId, talk.otherPersonId))] : [],
    ),
  );
  const planned = pairs.filter(
    ({ onePersonId, otherPersonId, reason }) =>
      // Two who don't meet are not even drafted without a time, which somebody could give them by hand.
      reason !== DO_NOT_MEET && !hasBegun(basis, [onePersonId, otherPersonId], now),
  );
  const drafts = planned.map(({ onePersonId, otherPersonId, kind, startsAt }): Draft => {
    const people = [onePersonId, otherPersonId];
    const pair = pairOf(onePersonId, otherPersonId);
    const found = basis.slots.find((one) => one.startsAt.getTime() === startsAt?.getTime());
    const meeting = meetings.get(keyOf(pair));
    const isTold = found !== undefined && meeting?.startsAt.getTime() === found.startsAt.getTime();
    // Whoever takes a search over hours later does not draft what is over by then.
    const isThere = found && !isTaken(basis, people, found) && (isTold || !isPast(found, now));
    const slot = isThere ? found : undefined;
    const isLocked = slot !== undefined && (locked.has(keyOf(pair)) || (meeting?.plan?.isLocked ?? false));
    return {
      talk: {
        ...{ eventId: basis.event.id, onePersonId: pair.one, otherPersonId: pair.other, kind, isLocked },
        ...{ meetingId: meeting?.id ?? null, createdAt: now },
      },
      slot,
      needsTable: placeFor(basis, people) !== "online",
    };
  });
  return seated(basis, drafts);
}
