import { cut, drawn, roomSizes } from "./distribute";

/** Somebody with what they could share with others: ids of topics, or of the answer they gave. */
type Sharer = { id: string; shares: readonly string[] };
type AlikeRoom = { matches: string | null; ids: string[] };
type Alike = { people: readonly Sharer[]; groupSize: number; seed: number };

/** What most of these people share; of equals the first by name. Undefined when no two share anything. */
function mostShared(people: readonly Sharer[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { shares } of people)
    for (const one of new Set(shares)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best && best[1] >= 2 ? best[0] : undefined;
}

/**
 * Rooms of people who share something: the most common first, in rooms of at most so many. Whoever shares nothing with
 * anybody left is put together with the others of that kind; one alone joins the smallest room.
 */
export function drawAlike({ people, groupSize, seed }: Alike): AlikeRoom[] {
  const rooms: AlikeRoom[] = [];
  let left = drawn(people, seed);
  for (let shared = mostShared(left); shared !== undefined; shared = mostShared(left)) {
    const same = shared;
    const alike = left.filter(({ shares }) => shares.includes(same));
    for (const room of cut(alike, roomSizes(alike.length, groupSize))) {
      rooms.push({ matches: same, ids: room.map(({ id }) => id) });
    }
    left = left.filter(({ shares }) => !shares.includes(same));
  }
  for (const room of cut(left, roomSizes(left.length, groupSize))) {
    rooms.push({ matches: null, ids: room.map(({ id }) => id) });
  }
  const [alone] = left;
  if (left.length === 1 && alone) {
    const smallest = rooms.toSorted((a, b) => a.ids.length - b.ids.length)[0];
    smallest?.ids.push(alone.id);
  }
  return rooms;
}

/** The rooms in which what a late arrival shares is talked about; all of them when there is none. */
export function fittingRooms<Room extends { matches: string | null }>(
  rooms: readonly Room[],
  shares: readonly string[],
): readonly Room[] {
  const fitting = rooms.filter(({ matches }) => matches !== null && shares.includes(matches));
  if (fitting.length > 0) return fitting;
  const open = rooms.filter(({ matches }) => matches === null);
  return open.length > 0 ? open : rooms;
}
