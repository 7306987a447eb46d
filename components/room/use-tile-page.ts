"use client";

import { useEffect, useState } from "react";
import type { TileFacts } from "@/components/room/tile-facts";
import { useSession } from "@/realtime/hooks/use-room-session";
import { pageOf } from "@/realtime/tiles";

type TilePage = { shown: TileFacts[]; page: number; pages: number; onPage: (page: number) => void };

/** The tiles of the page one looks at. In a large room only their pictures, and that of `also`, are received. */
export function useTilePage(tiles: readonly TileFacts[], size: number, also?: TileFacts): TilePage {
  const session = useSession();
  const [wish, onPage] = useState(0);
  const { ids, page, pages } = pageOf(
    tiles.map(({ id }) => id),
    wish,
    size,
  );
  const shown = ids.flatMap((id) => tiles.find((tile) => tile.id === id) ?? []);
  const visible = [...shown, also].flatMap((tile) => (tile && !tile.screen ? tile.id : [])).join(" ");
  useEffect(() => session.showOnly(visible.split(" ")), [session, visible]);
  return { shown, page, pages, onPage };
}
