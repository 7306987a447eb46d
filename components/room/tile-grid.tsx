"use client";

import { useTranslations } from "next-intl";
import { PageButtons } from "@/components/room/page-buttons";
import type { TileFacts } from "@/components/room/tile-facts";
import { TileList } from "@/components/room/tile-list";
import { useTilePage } from "@/components/room/use-tile-page";
import { useElementSize } from "@/realtime/hooks/use-element-size";
import { usePhone } from "@/realtime/hooks/use-media-query";
import { gridOf, PAGE_SIZE, PHONE_PAGE_SIZE } from "@/realtime/tiles";

const GAP = 8;

/** Equal tiles, as large as they fit; at most 16 on a page (phone 4). Only the visible ones are received. */
export function TileGrid({ tiles }: { tiles: readonly TileFacts[] }) {
  const t = useTranslations("room.people");
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const { shown, page, pages, onPage } = useTilePage(tiles, usePhone() ? PHONE_PAGE_SIZE : PAGE_SIZE);
  const box = gridOf({ count: shown.length, width, height, gap: GAP });
  return (
    <div className="rm-grid" ref={ref}>
      <TileList
        tiles={shown}
        label={t("title")}
        className="rm-grid__tiles"
        columns={box.columns}
        style={{ width: box.columns * (box.width + GAP) - GAP }}
        tile={{ style: { width: box.width, height: box.height } }}
      />
      {pages > 1 ? <PageButtons page={page} pages={pages} onPage={onPage} /> : null}
    </div>
  );
}
