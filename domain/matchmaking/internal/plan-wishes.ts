import type { Id } from "@/lib/ids";
import type { PlanBasis } from "../queries/plan-basis";
import { keyOf, type Pair, pairOf } from "./pairs";

type PersonId = Id<"person">;

/** Two who would fit, though nobody asked; the score is a part of 1. */
export type OpenPair = Pair & { score: number };

export type PairWish = Pair & {
  kind: "must" | "want" | "open" | "never";
  score: number;
  /** An organizer asked for a talk of two who don't meet. */
  isRefusedMust?: true;
};

/** What a placed wish is worth, before what suggestions say of the pair: what both want weighs more than what one must. */
const WORTH = { must: 100, mustAndWant: 60, bothWant: 40, mustOfOne: 30, wantOfOne: 20, open: 1 } as const;
/** What suggestions add at most. */
const FIT = 10;

/** As much of an event as tells who wishes for whom. */
type Stated = Pick<PlanBasis, "wishes" | "asked" | "refused"> & {
  people: readonly { id: PersonId; organisation: string }[];
  hiding: PlanBasis["hiding"];
};

type Said = Pair & {
  must: Set<PersonId>;
  want: Set<PersonId>;
  /** When each of them last said that they want to. */
  yes: Map<PersonId, number>;
  isOfficial: boolean;
  isNever: boolean;
};

/** What was said of each pair, by requests and wishes of both and by organizers. */
function saidOf({ wishes, asked }: Stated): Map<string, Said> {
  const said = new Map<string, Said>();
  const of = (from: PersonId, to: PersonId): Said => {
    const pair = pairOf(from, to);
    const known = said.get(keyOf(pair));
    if (known) return known;
    const fresh = {
      ...{ ...pair, must: new Set<PersonId>(), want: new Set<PersonId>(), yes: new Map<PersonId, number>() },
      ...{ isOfficial: false, isNever: false },
    };
    said.set(keyOf(pair), fresh);
    return fresh;
  };
  const says = (entry: Said, from: PersonId, { wish, at }: { wish: "must" | "want"; at: Date }) => {
    entry[wish].add(from);
    entry.yes.set(from, Math.max(at.getTime(), entry.yes.get(from) ?? 0));
  };
  for (const { fromPersonId, toPersonId, by, wish, at } of wishes) {
    const entry = of(fromPersonId, toPersonId);
    if (wish === "never") entry.isNever = true;
    else if (by === "organizer") entry.isOfficial = true;
    else says(entry, fromPersonId, { wish, at });
  }
  for (const { from, to, at } of asked) says(of(from, to), from, { wish: "want", at });
  return said;
}

function worthOf({ must, want, isOfficial }: Said): Pick<PairWish, "kind" | "score"> {
  if (isOfficial || must.size === 2) return { kind: "must", score: WORTH.must };
  const both = new Set([...must, ...want]).size === 2;
  if (must.size === 1) return { kind: "want", score: both ? WORTH.mustAndWant : WORTH.mustOfOne };
  return { kind: "want", score: both ? WORTH.bothWant : WORTH.wantOfOne };
}

/** When each pair was last refused. */
function lastOf(refused: Stated["refused"]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { from, to, at } of refused) {
    const key = keyOf(pairOf(from, to));
    last.set(key, Math.max(at.getTime(), last.get(key) ?? 0));
  }
  return last;
}

/** Whether a no counts no more: both have said since that they want to. */
const isOutdated = (at: number | undefined, entry: Said | undefined): boolean =>
  at === undefined || (entry?.yes.size === 2 && [...entry.yes.values()].every((said) => said > at));

/**
 * What the planner is to make of each pair. A no of one is a no, whatever else was said; so is a request that was declined
 * and a talk that was called off, unless both have said since that they want it. Open pairs count where nothing was said.
 */
export function pairWishes(basis: Stated, open: readonly OpenPair[]): Map<string, PairWish> {
  const said = saidOf(basis);
  const fit = new Map(open.map((pair) => [keyOf(pair), pair]));
  const refused = lastOf(basis.refused);
  const people = new Map(basis.people.map((person) => [person.id, person]));
  const isApart = ({ one, other }: Pair) => {
    const [a, b] = [people.get(one), people.get(other)];
    return !a || !b || basis.hiding(a, b);
  };
  const found = new Map<string, PairWish>();
  for (const [key, pair] of new Map<string, Pair>([...fit, ...said])) {
    const { one, other } = pair;
    const entry = said.get(key);
    const worth =
      entry && (entry.isOfficial || entry.must.size + entry.want.size > 0) ? worthOf(entry) : undefined;
    const isNo = entry?.isNever || isApart(pair) || !isOutdated(refused.get(key), entry);
    const score = (worth?.score ?? WORTH.open) + Math.round(Math.min(1, fit.get(key)?.score ?? 0) * FIT);
    // Of what people said to each other nobody is told that it can't be; of what organizers asked for they are.
    const asked = entry?.isOfficial ? { isRefusedMust: true as const } : {};
    if (isNo) found.set(key, { one, other, kind: "never", score: 0, ...asked });
    else found.set(key, { one, other, kind: worth?.kind ?? "open", score });
  }
  return found;
}
