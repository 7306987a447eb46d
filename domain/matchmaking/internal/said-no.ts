import type { Id } from "@/lib/ids";
import type { PlanBasis } from "../queries/plan-basis";
import { keyOf, pairOf, pairsAmong } from "./pairs";

type PersonId = Id<"person">;
type Said = Pick<PlanBasis, "wishes" | "people" | "hiding">;

/** Whether these people may be brought together, and whether one of them has said that they will not meet another. */
export function saidNo(basis: Said) {
  const refused = new Set(
    basis.wishes.flatMap(({ wish, fromPersonId, toPersonId }) =>
      wish === "never" ? [keyOf(pairOf(fromPersonId, toPersonId))] : [],
    ),
  );
  const people = new Map(basis.people.map((person) => [person.id, person]));
  return {
    isRefused: (ids: readonly PersonId[]) => pairsAmong(ids).some((pair) => refused.has(keyOf(pair))),
    mayMeet: (ids: readonly PersonId[]) =>
      pairsAmong(ids).every((pair) => {
        const [one, other] = [people.get(pair.one), people.get(pair.other)];
        return one?.takes && other?.takes && !basis.hiding(one, other);
      }),
  };
}
