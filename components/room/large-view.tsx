"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageButtons } from "@/components/room/page-buttons";
import { useRoomEvent } from "@/components/room/room-event-context";
import type { TileFacts } from "@/components/room/tile-facts";
import { TileList } from "@/components/room/tile-list";
import { useTilePage } from "@/components/room/use-tile-page";
import { useWatching } from "@/components/room/use-watching";
import { useElementSize } from "@/realtime/hooks/use-element-size";
import { usePhone } from "@/realtime/hooks/use-media-query";
import { useTarget } from "@/realtime/hooks/use-place";
import { stripPlaces } from "@/realtime/tiles";

type LargeViewProps = { large: TileFacts | undefined; strip: readonly TileFacts[] };

/** One tile large, the others in a strip below, as many as fit; the rest is on its next pages. */
export function LargeView({ large, strip }: LargeViewProps) {
  const t = useTranslations("room");
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { shown, page, pages, onPage } = useTilePage(
    strip,
    stripPlaces({ width, count: strip.length, phone: usePhone() }),
    large,
  );
  return (
    <div className="rm-speaker" ref={ref}>
      {large ? (
        <TileList tiles={[large]} label={t("tile.large")} className="rm-large" tile={{ large: true }} />
      ) : null}
      <div className="rm-side">
        {shown.length > 0 ? (
          <TileList
            tiles={shown}
            label={t("people.title")}
            className="rm-strip"
            tile={{ className: "rm-strip__tile" }}
          />
        ) : null}
        {pages > 1 ? <PageButtons page={page} pages={pages} onPage={onPage} inline /> : null}
        <Audience />
      </div>
    </div>
  );
}

/** Who only watches is a number, not a row of tiles. */
function Audience() {
  const t = useTranslations("room.tile");
  const { mode } = useRoomEvent();
  const isPlenary = useTarget()?.room.kind === "main";
  const watching = useWatching();
  if (mode === "roundtable" || !isPlenary || !watching) return null;
  return (
    <p className="rm-audience">
      <Eye className="icon" aria-hidden />
      <b>{watching}</b>
      <span>{t("audience", { count: watching })}</span>
    </p>
  );
}
