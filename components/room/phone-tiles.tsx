"use client";

import { useTranslations } from "next-intl";
import { PageButtons } from "@/components/room/page-buttons";
import type { TileFacts } from "@/components/room/tile-facts";
import { TileList } from "@/components/room/tile-list";
import { useTilePage } from "@/components/room/use-tile-page";
import { PHONE_PAGE_SIZE } from "@/realtime/tiles";

type PhoneTilesProps = { large: TileFacts | undefined; strip: readonly TileFacts[] };

/** One large tile and three others (oneself last) in a strip of 96 × 116 px: four on a page. */
export function PhoneTiles({ large, strip }: PhoneTilesProps) {
  const t = useTranslations("room");
  const { shown, page, pages, onPage } = useTilePage(strip, PHONE_PAGE_SIZE - 1, large);
  return (
    <div className="rm-phone">
      {large ? (
        <TileList tiles={[large]} label={t("tile.large")} className="rm-large" tile={{ large: true }} />
      ) : null}
      {shown.length > 0 ? (
        <div className="rm-phone__strip">
          <TileList
            tiles={shown}
            label={t("people.title")}
            className="rm-phone__tiles"
            tile={{ className: "rm-phone__small" }}
          />
          {pages > 1 ? <PageButtons page={page} pages={pages} onPage={onPage} inline /> : null}
        </div>
      ) : null}
    </div>
  );
}
