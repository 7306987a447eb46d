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

/** Screens in the order in which they were shared; who stays keeps the place. */
export function orderScreens(before: readonly string[], shared: readonly string[]): string[] {
  const kept = before.filter((sid) => shared.includes(sid));
  return [...kept, ...shared.filter((sid) => !kept.includes(sid))];
}

/** Names the tile of a person's screen; the tile of their camera has the person's own id. */
export const screenTile = (personId: string): string => `screen:${personId}`;

/** What asks for the large place by itself: a shared screen, or whom the hosts show. `name` is another one each time. */
export type Call = { name: string; kind: "screen" | "spotlight"; tile: string };
/** What somebody chose to see, and the calls that were there already: a later choice wins over them, and they over it else. */
export type Wish = { layout: Layout; pinned: string | null; heeded: readonly string[] };
export const FIRST_WISH: Wish = { layout: "auto", pinned: null, heeded: [] };

/** A choice by hand: of a layout, which takes a pin away, or of one tile to be large. */
export function choose(
  wish: Wish,
  choice: { layout: Layout } | { pinned: string | null },
  calls: readonly string[],
): Wish {
  const next = "layout" in choice ? { ...choice, pinned: null } : { layout: wish.layout, ...choice };
  const isAutomatic = next.layout === "auto" && next.pinned === null;
  return { ...next, heeded: isAutomatic ? [] : [...calls] };
}

/** A call that ended is forgotten, so that the next one from the same place is a new one. */
export function forgetEnded(wish: Wish, calls: readonly string[]): Wish {
  const heeded = wish.heeded.filter((name) => calls.includes(name));
  return heeded.length === wish.heeded.length ? wish : { ...wish, heeded };
}

export type Scene = { view: "grid" | "speaker" } | { view: "large"; tile: string };
type SceneFacts = { wish: Wish; calls: readonly Call[]; stageEvent: boolean; here: readonly string[] };

/**
 * What is large now. A new share or spotlight takes the stage once, and a choice by hand that is later wins: first what
 * was pinned, then the layout. A screen comes before a face, the newest before the others.
 */
export function sceneOf({ wish, calls, stageEvent, here }: SceneFacts): Scene {
  const called = largest(calls.filter(({ name }) => !wish.heeded.includes(name)));
  if (called) return { view: "large", tile: called };
  if (wish.pinned && here.includes(wish.pinned)) return { view: "large", tile: wish.pinned };
  if (wish.layout === "grid" || wish.layout === "speaker") return { view: wish.layout };
  const any = wish.layout === "stage" || stageEvent || wish.pinned ? largest(calls) : undefined;
  return any ? { view: "large", tile: any } : { view: "grid" };
}

const largest = (calls: readonly Call[]): string | undefined =>
  (calls.findLast(({ kind }) => kind === "screen") ?? calls.at(-1))?.tile;

/** The tiles beside a large one: whom hosts show and whom the person pinned come first, the rest stays in order. */
export function stripOf(
  order: readonly string[],
  { large, first }: { large: string | undefined; first: readonly (string | null)[] },
): string[] {
  const rest = order.filter((tile) => tile !== large);
  const leading = first.filter((tile): tile is string => tile !== null && rest.includes(tile));
  return [...new Set([...leading, ...rest])];
}

const STRIP_TILE = 189;
const STRIP_GAP = 8;
const STRIP_MOST = 8;
/** What the buttons to turn pages take of a strip. */
const STRIP_BUTTONS = 112;

/** How many tiles stand side by side in a strip of this width, with place for the buttons when they are more. */
export function stripPlaces({
  width,
  count,
  phone,
}: {
  width: number;
  count: number;
  phone: boolean;
}): number {
  const placesIn = (space: number) => Math.floor((space + STRIP_GAP) / (STRIP_TILE + STRIP_GAP));
  const most = phone ? PHONE_PAGE_SIZE - 1 : STRIP_MOST;
  const all = Math.min(placesIn(width), most);
  return Math.max(1, count <= all ? all : Math.min(placesIn(width - STRIP_BUTTONS), most));
}
