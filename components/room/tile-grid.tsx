"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PageButtons } from "@/components/room/page-buttons";
import { Tile, type TileFacts } from "@/components/room/tile";
import { useElementSize } from "@/realtime/hooks/use-element-size";
import { usePhone } from "@/realtime/hooks/use-media-query";
import { useSession } from "@/realtime/hooks/use-room-session";
import { gridOf, PAGE_SIZE, PHONE_PAGE_SIZE, pageOf } from "@/realtime/tiles";

const GAP = 8;

/** Equal tiles, as large as they fit; at most 16 on a page (phone 4). Only the visible ones are received. */
export function TileGrid({ tiles }: { tiles: readonly TileFacts[] }) {
  const t = useTranslations("room.people");
  const session = useSession();
  const [wish, setPage] = useState(0);
  const size = usePhone() ? PHONE_PAGE_SIZE : PAGE_SIZE;
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const { ids, page, pages } = pageOf(
    tiles.map((tile) => tile.person.id),
    wish,
    size,
  );
  const visible = ids.join(" ");
  useEffect(() => session.showOnly(visible.split(" ")), [session, visible]);
  const box = gridOf({ count: ids.length, width, height, gap: GAP });
  const shown = tiles.filter((tile) => ids.includes(tile.person.id));
  return (
    <div className="rm-grid" ref={ref}>
      <ul
        className="rm-grid__tiles"
        aria-label={t("title")}
        data-columns={box.columns}
        style={{ width: box.columns * (box.width + GAP) - GAP }}
      >
        {shown.map((facts) => (
          <Tile key={facts.person.id} facts={facts} style={{ width: box.width, height: box.height }} />
        ))}
      </ul>
      {pages > 1 ? <PageButtons page={page} pages={pages} onPage={setPage} /> : null}
    </div>
  );
}
