import type { planRunPairs } from "@/db/schema/matchmaking-plans";
import type { MatrixTalk, UnplacedWish } from "../labels";
import type { PlanBasis } from "../queries/plan-basis";
import { reasonsOn } from "../rules/unplaced";
import type { Standing } from "./matrix";
import { keyOf, pairsAmong } from "./pairs";
import { placeFor } from "./plan-steps";
import { pairWishes } from "./plan-wishes";

type Pair = typeof planRunPairs.$inferSelect;
type Named = readonly { id: string; name: string }[];

/** The reason of two of whom one keeps the other away or has said no: one word for all. */
export const DO_NOT_MEET = "never";

/** What must take place first, then by name. */
const inOrder = (one: UnplacedWish, other: UnplacedWish): number =>
  Number(other.kind === "must") - Number(one.kind === "must") ||
  String(one.values.one).localeCompare(String(other.values.one), "de") ||
  String(one.values.other).localeCompare(String(other.values.other), "de");

/** In their order, with the names that the reasons tell. */
function named(people: Named, wishes: readonly UnplacedWish[]): UnplacedWish[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "";
  return wishes
    .map((wish) => ({ ...wish, values: { ...wish.values, one: nameOf(wish.a), other: nameOf(wish.b) } }))
    .sort(inOrder);
}

/** The pairs of a run that have no place. Their reasons name people, whom a row of a run says by id alone. */
export const unplacedOf = (people: Named, pairs: readonly Pair[]): UnplacedWish[] =>
  named(
    people,
    pairs.flatMap(({ onePersonId: a, otherPersonId: b, kind, reason, values }): UnplacedWish[] =>
      reason === null ? [] : [{ a, b, kind, reason, values }],
    ),
  );

/** Whether the two of a talk have their place; one that is drafted without a time has none. */
const isPlaced = ({ state, slot }: MatrixTalk) =>
  state !== "cancelled" && (state !== "draft" || slot !== null);

/**
 * The wishes of this moment that have no place on the matrix of this moment, whatever a search said before people and
 * organizers changed things by hand. Of who keeps away by now nothing is told, but where an organizer asked for the talk.
 */
export function unplacedNow(basis: PlanBasis, matrix: Standing): UnplacedWish[] {
  const placed = new Set(
    matrix.talks.filter(isPlaced).flatMap(({ people }) => pairsAmong(people).map(keyOf)),
  );
  const whyNot = reasonsOn(matrix, basis.now);
  const wishes = [...pairWishes(basis, []).values()].flatMap((wish): UnplacedWish[] => {
    const { one: a, other: b, kind, isRefusedMust } = wish;
    if (placed.has(keyOf(wish)) || kind === "open") return [];
    if (kind === "never")
      return isRefusedMust ? [{ a, b, kind: "must", reason: DO_NOT_MEET, values: {} }] : [];
    return [{ a, b, kind, ...whyNot({ a, b, needsTable: placeFor(basis, [a, b]) !== "online" }) }];
  });
  return named(basis.people, wishes);
}
