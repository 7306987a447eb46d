import type { Playable, Presence } from "@/realtime/client/ports";

/** What a tile shows and says. */
export type TileFacts = {
  /** The person's id, or the name of the tile of their screen. */
  id: string;
  person: Presence;
  /** What this tile shows instead of the person's camera. */
  screen: Playable | null;
  speaking: boolean;
  handPlace: number | null;
  name: string;
};
