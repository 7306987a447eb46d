"use client";

import { useEffect, useState } from "react";
import type { TileFacts } from "@/components/room/tile-facts";

/** Somebody has to speak this long before the large picture changes. */
const HYSTERESIS_MS = 2000;

/** Who is large: the last one who spoke for two seconds, never oneself while others are here. */
export function useMainTile(tiles: readonly TileFacts[]): TileFacts | undefined {
  const [main, setMain] = useState<string | null>(null);
  const speaker = tiles.find((tile) => tile.speaking && !tile.person.own)?.person.id ?? null;
  useEffect(() => {
    if (!speaker || speaker === main) return;
    const timer = setTimeout(() => setMain(speaker), HYSTERESIS_MS);
    return () => clearTimeout(timer);
  }, [speaker, main]);
  const others = tiles.filter((tile) => !tile.person.own);
  return others.find((tile) => tile.person.id === main) ?? others[0] ?? tiles[0];
}
