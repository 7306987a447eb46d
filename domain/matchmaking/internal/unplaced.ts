import type { planRunPairs } from "@/db/schema/matchmaking-plans";
import type { UnplacedWish } from "../labels";

type Pair = typeof planRunPairs.$inferSelect;

/** The reason of two of whom one keeps the other away or has said no: one word for all. */
export const DO_NOT_MEET = "never";

/** What must take place first, then by name. */
const inOrder = (one: UnplacedWish, other: UnplacedWish): number =>
  Number(other.kind === "must") - Number(one.kind === "must") ||
  String(one.values.one).localeCompare(String(other.values.one), "de") ||
  String(one.values.other).localeCompare(String(other.values.other), "de");

/** The pairs of a run that have no place. Their reasons name people, whom a row of a run says by id alone. */
export function unplacedOf(
  people: readonly { id: string; name: string }[],
  pairs: readonly Pair[],
): UnplacedWish[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "";
  return pairs
    .flatMap(({ onePersonId: a, otherPersonId: b, kind, reason, values }): UnplacedWish[] =>
      reason === null
        ? []
        : [{ a, b, kind, reason, values: { ...values, one: nameOf(a), other: nameOf(b) } }],
    )
    .sort(inOrder);
}
