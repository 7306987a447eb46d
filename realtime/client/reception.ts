import type { Pictures } from "./ports";

/** Above this number of cameras only those on the visible page are received. */
const ALL_CAMERAS = 12;
/** Above this number of microphones those who spoke last are heard, and whoever begins to speak joins them. */
const ALL_MICROPHONES = 50;
const LAST_SPEAKERS = 16;

/** What somebody sends. */
export type Offer = { person: string; source: "mic" | "cam" | "screen" | "screen_sound" };
/** How much there is in the room, and what this person looks at. */
export type Reception = {
  cameras: number;
  microphones: number;
  pictures: Pictures;
  visible: ReadonlySet<string>;
  spoke: readonly string[];
};

/** Whether it is received now. A shared screen always is, unless no pictures are wanted at all. */
export function isWanted({ person, source }: Offer, reception: Reception): boolean {
  const { cameras, microphones, pictures, visible, spoke } = reception;
  if (source === "screen_sound") return true;
  if (source === "mic") {
    return microphones <= ALL_MICROPHONES || visible.has(person) || spoke.includes(person);
  }
  if (pictures === "none") return false;
  return source === "screen" || cameras <= ALL_CAMERAS || visible.has(person);
}

/** Who spoke last, the latest first. */
export const lastSpeakers = (before: readonly string[], speaking: readonly string[]): string[] =>
  [...new Set([...speaking, ...before])].slice(0, LAST_SPEAKERS);
