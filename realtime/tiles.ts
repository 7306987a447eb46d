/** What decides the place of a tile. */
export type TileSeat = { id: string; joinedAt: number; own: boolean; hasVideo: boolean };

export const PAGE_SIZE = 16;
export const PHONE_PAGE_SIZE = 4;

/**
 * Order of tiles that disturbs nobody: who was there keeps the place, new people come last in the order in which
 * they joined, the own tile is the last of all.
 */
export function orderTiles(before: readonly string[], seats: readonly TileSeat[]): string[] {
  const here = new Map(seats.map((seat) => [seat.id, seat]));
  const kept = before.filter((id) => here.has(id) && !here.get(id)?.own);
  const known = new Set(kept);
  const fresh = seats
    .filter((seat) => !seat.own && !known.has(seat.id))
    .sort((a, b) => a.joinedAt - b.joinedAt || a.id.localeCompare(b.id))
    .map((seat) => seat.id);
  return [...kept, ...fresh, ...seats.filter((seat) => seat.own).map((seat) => seat.id)];
}

/** Brings a speaker from another page onto the first one, in exchange with its quietest place; others stay put. */
export function promoteSpeaker(order: readonly string[], speaker: string, size: number): string[] {
  const from = order.indexOf(speaker);
  if (from < size || size < 1) return [...order];
  const result = [...order];
  const to = size - 1;
  const moved = result[to];
  if (moved === undefined) return result;
  result[to] = speaker;
  result[from] = moved;
  return result;
}

export type TilePage = { ids: string[]; page: number; pages: number };

/** The visible page; a page that no longer exists becomes the last one. */
export function pageOf(order: readonly string[], page: number, size: number): TilePage {
  const pages = Math.max(1, Math.ceil(order.length / size));
  const chosen = Math.min(Math.max(page, 0), pages - 1);
  return { ids: order.slice(chosen * size, chosen * size + size), page: chosen, pages };
}

export type GridBox = { columns: number; rows: number; width: number; height: number };
type GridSpace = { count: number; width: number; height: number; gap: number };

/**
 * Columns and tile size for n tiles: the largest box between 4:3 and 16:9 over every number of columns
 * (two people: between 1:1 and 16:9).
 */
export function gridOf({ count, width, height, gap }: GridSpace): GridBox {
  let best: GridBox = { columns: 1, rows: Math.max(1, count), width: 0, height: 0 };
  for (let columns = 1; columns <= Math.max(1, count); columns += 1) {
    const rows = Math.ceil(count / columns) || 1;
    const box = boxIn((width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows, count);
    if (box.width * box.height > best.width * best.height) best = { columns, rows, ...box };
  }
  return best;
}

function boxIn(width: number, height: number, count: number): { width: number; height: number } {
  if (width <= 0 || height <= 0) return { width: 0, height: 0 };
  const narrow = count === 2 ? 1 : 4 / 3;
  const ratio = Math.min(Math.max(width / height, narrow), 16 / 9);
  return width / height > ratio ? { width: height * ratio, height } : { width, height: width / ratio };
}

export type Layout = "auto" | "grid" | "stage" | "speaker";

/** What „automatisch“ means now: a share takes the stage, a stage event has one, everything else is a grid. */
export function layoutOf(
  wish: Layout,
  facts: { sharing: boolean; stageEvent: boolean },
): Exclude<Layout, "auto"> {
  if (wish !== "auto") return wish;
  return facts.sharing || facts.stageEvent ? "stage" : "grid";
}
