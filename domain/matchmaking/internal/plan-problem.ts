import type { Id } from "@/lib/ids";
import type { BasisPerson, BasisTalk, PairKind, PlanBasis } from "../queries/plan-basis";
import { placeOf } from "../rules";
import type { PlanOptions } from "../schema/plans";
import { keyOf, type Pair, pairOf, pairsAmong } from "./pairs";
import {
  type ClosedTimes,
  closedTimes,
  halvesOf,
  isPlain,
  isTooSoon,
  preferredOf,
  slotNumber,
} from "./plan-times";
import { type OpenPair, type PairWish, pairWishes } from "./plan-wishes";
import type { PlanPerson, PlanProblem, PlanWish } from "./planner/model";

type PersonId = Id<"person">;
/** What is known of a pair whose talk stands, though nobody said anything of it. */
const AGREED = { kind: "want", score: 20 } as const;

/** A problem for the planner, and what its numbers stand for. */
export type Posed = {
  problem: PlanProblem;
  /** The pair of each wish. Booked: the talk stands by their own word, so no plan makes it. */
  pairs: readonly (Pair & { kind: PairKind | "never"; isBooked: boolean; isRefusedMust: boolean })[];
};

type Standing = { locked?: number; published?: number; isBooked: boolean };

const isAhead = (talk: BasisTalk, now: Date) => talk.endsAt > now;
const pairOfTalk = ({ people: [a, b] }: BasisTalk): Pair | undefined => (a && b ? pairOf(a, b) : undefined);

/** Whether planning leaves a talk where it is: agreed by the people, begun or about to, locked, or not asked about. */
function staysPut(talk: BasisTalk, { keepLocked, scope }: PlanOptions, now: Date): boolean {
  return (
    talk.plan === undefined ||
    isTooSoon(talk, now) ||
    scope === "withoutPlan" ||
    (keepLocked && talk.plan.isLocked)
  );
}

/** Cells that are taken: locks that contradict what stands are no locks. */
class Cells {
  private readonly taken = new Set<string>();
  takes({ one, other }: Pair, slot: number): boolean {
    const cells = [`${one} ${slot}`, `${other} ${slot}`];
    if (cells.some((cell) => this.taken.has(cell))) return false;
    for (const cell of cells) this.taken.add(cell);
    return true;
  }
}

/** Where talks stand already, by pair: what people agreed on, what the published plan has, what the draft locks. */
function standingOf(basis: PlanBasis, options: PlanOptions): Map<string, Pair & Standing> {
  const { talks, slots, now } = basis;
  const cells = new Cells();
  const standing = new Map<string, Pair & Standing>();
  const ahead = talks.filter((talk) => isAhead(talk, now) && isPlain(slots, talk));
  for (const talk of [...ahead].sort((a, b) => Number(a.plan !== undefined) - Number(b.plan !== undefined))) {
    const [pair, slot] = [pairOfTalk(talk), slotNumber(slots, talk)];
    if (!pair || slot === undefined) continue;
    const isBooked = talk.plan === undefined;
    if (staysPut(talk, options, now) && cells.takes(pair, slot))
      standing.set(keyOf(pair), { ...pair, locked: slot, published: slot, isBooked });
    else standing.set(keyOf(pair), { ...pair, published: slot, isBooked });
  }
  if (options.keepLocked) holdDrafted(basis, standing, cells);
  return standing;
}

/** Talks that the draft locks stand, too; but nobody is held in a time of which they have not heard and could not any more. */
function holdDrafted(
  { slots, drafted, now }: PlanBasis,
  standing: Map<string, Pair & Standing>,
  cells: Cells,
): void {
  for (const { isLocked, startsAt, ...row } of drafted) {
    const pair = pairOf(row.onePersonId, row.otherPersonId);
    const at = slots.findIndex((one) => one.startsAt.getTime() === startsAt?.getTime());
    const [slot, known] = [slots[at], standing.get(keyOf(pair))];
    if (!isLocked || !slot || known?.locked !== undefined) continue;
    if ((known?.published !== at && isTooSoon(slot, now)) || !cells.takes(pair, at)) continue;
    standing.set(keyOf(pair), { ...pair, ...known, locked: at, isBooked: false });
  }
}

type Asked = { basis: PlanBasis; options: PlanOptions; times: ClosedTimes };

function planPerson({ basis, options, times }: Asked, person: BasisPerson): PlanPerson {
  const { talks, slots, now } = basis;
  const closed = new Set(times.get(person.id)?.keys());
  slots.forEach((slot, at) => {
    if (isTooSoon(slot, now)) closed.add(at);
  });
  const preferred = preferredOf(basis, person.id);
  const heldBefore = talks.filter(({ people, endsAt }) => people.includes(person.id) && endsAt <= now).length;
  const { least: min, most: max } = person.limits ?? { least: options.min, most: options.max };
  return {
    ...{ min, max: Math.max(0, max - heldBefore), heldBefore },
    closed: [...closed].sort((a, b) => a - b),
    ...(preferred ? { preferred } : {}),
    ...(options.restAfter > 0 ? { mostInARow: options.restAfter } : {}),
  };
}

/** Tables of each slot that larger groups and talks of other hours leave; as many as locked talks need at least. */
function tablesLeft(basis: PlanBasis, wishes: readonly PlanWish[]): number[] {
  const others = basis.talks.filter((talk) => talk.table !== null && !isPlain(basis.slots, talk));
  return basis.slots.map((slot, at) => {
    const taken = others.filter(({ startsAt, endsAt }) => startsAt < slot.endsAt && slot.startsAt < endsAt);
    const locked = wishes.filter(({ locked, mode }) => locked === at && mode !== "online");
    return Math.max(basis.tables - taken.length, locked.length);
  });
}

const MODE = { online: "online", table: "onsite", mixed: "mixed" } as const;

/** The pairs to plan, with where they stand: without those who have met, and those whom nothing is planned for now. */
function pairsToPlan(basis: PlanBasis, options: PlanOptions, open: readonly OpenPair[]) {
  const standing = standingOf(basis, options);
  const pairs = pairWishes(basis, open);
  // Everybody of a talk has met everybody in it, or will where no plan moves it: one of more than two, or of other hours.
  const isTheirs = (talk: BasisTalk) => talk.plan === undefined && !isPlain(basis.slots, talk);
  const met = new Set(
    basis.talks.flatMap((talk) =>
      !isAhead(talk, basis.now) || isTheirs(talk) ? pairsAmong(talk.people).map(keyOf) : [],
    ),
  );
  const busy = new Set([...standing.values()].flatMap(({ one, other }) => [one, other]));
  const isAsked = ({ one, other }: Pair) => options.scope === "all" || !busy.has(one) || !busy.has(other);
  const agreed = [...standing.values()].filter((pair) => !pairs.has(keyOf(pair)));
  const wanted: PairWish[] = [
    ...pairs.values(),
    ...agreed.map(({ one, other }) => ({ one, other, ...AGREED })),
  ];
  return wanted.flatMap((wish) => {
    const at = standing.get(keyOf(wish));
    if (!at && (met.has(keyOf(wish)) || !isAsked(wish))) return [];
    // What they agreed on stands, whatever was said before.
    const isKept = at?.isBooked && wish.kind === "never";
    return [{ ...wish, ...(isKept ? AGREED : {}), at }];
  });
}

/** What the planner is asked, from an event as it stands. `open` is whom suggestions would bring together. */
export function problemOf(basis: PlanBasis, options: PlanOptions, open: readonly OpenPair[]): Posed {
  const index = new Map<PersonId, number>(basis.people.map(({ id }, at) => [id, at]));
  const toPlan = pairsToPlan(basis, options, open);
  const wishes = toPlan.flatMap(({ one, other, kind, score, at }): PlanWish[] => {
    const [a, b] = [index.get(one), index.get(other)];
    if (a === undefined || b === undefined) return [];
    const attendances = [a, b].map((person) => basis.people[person]?.attendance ?? "online");
    const locked = kind === "never" ? undefined : at?.locked;
    return [
      {
        ...{ a, b, kind, score, mode: MODE[placeOf(attendances, basis.tables > 0)] },
        ...(locked === undefined ? {} : { locked }),
        ...(at?.published === undefined ? {} : { published: at.published }),
      },
    ];
  });
  const pairs = toPlan
    .filter(({ one, other }) => index.has(one) && index.has(other))
    .map(({ one, other, kind, at, isRefusedMust = false }) => ({
      ...{ one, other, kind, isRefusedMust, isBooked: at?.isBooked ?? false },
    }));
  const tables = tablesLeft(basis, wishes);
  const times = closedTimes(basis);
  const slots = halvesOf(basis).map((slot, at) =>
    basis.tables > 0 ? { ...slot, tables: tables[at] ?? 0 } : slot,
  );
  const people = basis.people.map((person) => planPerson({ basis, options, times }, person));
  return { problem: { people, slots, wishes, precedences: [] }, pairs };
}
