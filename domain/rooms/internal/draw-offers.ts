import { drawn, roomSizes } from "./distribute";

/** Somebody with the topics they seek help in, and those they offer help in. */
type Trader = { id: string; seeks: ReadonlySet<string>; offers: ReadonlySet<string> };

const given = (from: Trader, to: Trader) => [...to.seeks].filter((topic) => from.offers.has(topic)).length;

/** How many needs two people can meet for each other; what goes both ways counts more than the same sum one way. */
export function fitOf(one: Trader, other: Trader): number {
  const [there, back] = [given(one, other), given(other, one)];
  return there + back + (there > 0 && back > 0 ? 1 : 0);
}

const fitWith = (room: readonly Trader[], one: Trader) =>
  room.reduce((sum, member) => sum + fitOf(member, one), 0);

/** Who of these fits best; of equals the first in the drawn order. */
function takeBest(left: Trader[], scoreOf: (one: Trader) => number): Trader | undefined {
  let best = 0;
  left.forEach((one, at) => {
    const other = left[best];
    if (other && scoreOf(one) > scoreOf(other)) best = at;
  });
  return left.splice(best, 1)[0];
}

/**
 * Rooms in which what some seek is offered by others: each room begins with whoever has fewest to fit with, for they would
 * otherwise be left over, and takes who fits its people best.
 */
export function drawOffers(input: {
  people: readonly Trader[];
  groupSize: number;
  seed: number;
}): string[][] {
  const left = drawn(input.people, input.seed);
  const partners = new Map(
    left.map((one) => [one.id, left.filter((other) => other !== one && fitOf(one, other) > 0).length]),
  );
  const rarity = ({ id }: Trader) => {
    const count = partners.get(id) ?? 0;
    return count === 0 ? Number.NEGATIVE_INFINITY : -count;
  };
  return roomSizes(left.length, input.groupSize).map((size) => {
    const room: Trader[] = [];
    for (let seat = 0; seat < size; seat++) {
      const next = takeBest(left, room.length === 0 ? rarity : (one) => fitWith(room, one));
      if (next) room.push(next);
    }
    return room.map(({ id }) => id);
  });
}
