import type { MatrixTalk, PlanMatrix, UnplacedWish } from "@/domain/matchmaking/labels";

const isOn = ({ state, slot }: MatrixTalk) => state !== "cancelled" && slot !== null;

/** What holds of a pair on a matrix, counted anew and by no code of the planner. */
function factsOf({ talks, closed, people, slots, tables }: PlanMatrix, { a, b }: UnplacedWish) {
  const shut = new Set(closed.map(({ personId, slot }) => `${personId} ${slot}`));
  const of = (id: string) => talks.filter((talk) => isOn(talk) && talk.people.includes(id));
  const isBusy = (id: string, slot: number) => of(id).some((talk) => talk.slot === slot);
  const own = talks.find((talk) => talk.people.includes(a) && talk.people.includes(b));
  const isFull = (slot: number) =>
    // Without tables every talk is online; and who has no talk yet is taken to need one.
    tables > 0 &&
    own?.place !== "online" &&
    talks.filter((talk) => isOn(talk) && talk.slot === slot && talk.table !== null).length >= tables;
  const open = slots.flatMap((_, slot) => ([a, b].some((id) => shut.has(`${id} ${slot}`)) ? [] : [slot]));
  const free = open.filter((slot) => ![a, b].some((id) => isBusy(id, slot)));
  const quotaOf = (id: string) => people.find((person) => person.id === id)?.quota ?? 0;
  const isSated = (id: string) => of(id).length >= quotaOf(id);
  return { own, open, free, quotaOf, isSated, fits: free.filter((slot) => !isFull(slot)) };
}

function isSo(matrix: PlanMatrix, wish: UnplacedWish): boolean {
  const { own, open, free, fits, quotaOf, isSated } = factsOf(matrix, wish);
  const [one, other] = [isSated(wish.a), isSated(wish.b)];
  const isTold = wish.values.slots === fits.length;
  if (own?.slot != null) return false;
  switch (wish.reason) {
    case "noCommonSlot":
      return open.length === 0;
    case "noCommonFreeSlot":
      return open.length > 0 && free.length === 0 && !one && !other;
    case "tablesTaken":
      return free.length > 0 && fits.length === 0 && !one && !other;
    case "quotaOne":
      return one && !other && isTold && wish.values.quota === quotaOf(wish.a);
    case "quotaOther":
      return other && !one && isTold && wish.values.quota === quotaOf(wish.b);
    case "quotaBoth":
      return one && other && isTold;
    case "fits":
      return fits.length > 0 && isTold && !one && !other;
    default:
      return false;
  }
}

/** What a matrix says of wishes without a place and is not so, in words for whoever reads a failed test. */
export const untrueOn = (matrix: PlanMatrix, unplaced: readonly UnplacedWish[]): string[] =>
  unplaced.filter((wish) => !isSo(matrix, wish)).map((wish) => JSON.stringify(wish));
