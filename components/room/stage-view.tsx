"use client";

import { useTranslations } from "next-intl";
import { AloneHint } from "@/components/room/alone-hint";
import { PhoneTiles } from "@/components/room/phone-tiles";
import { useRoomUi } from "@/components/room/room-ui-context";
import { SpeakerLayout } from "@/components/room/speaker-layout";
import { TileGrid } from "@/components/room/tile-grid";
import { useTiles } from "@/components/room/use-tiles";
import { usePhone } from "@/realtime/hooks/use-media-query";
import { useTarget } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";
import { layoutOf } from "@/realtime/tiles";

/** The pictures, arranged as chosen: automatic, grid, stage or large speaker. */
export function StageView() {
  const t = useTranslations("room.tile");
  const { tiles, sharing, stageEvent } = useTiles();
  const { layout } = useRoomUi();
  const phone = usePhone();
  const kind = useTarget()?.room.kind;
  const rounds = useDocuments((documents) => documents.rounds);
  const known = useDocuments((documents) => documents.known.has("rounds"));
  const view = layoutOf(layout, { sharing: sharing !== null, stageEvent });
  if (tiles.length === 0) return <p className="rm-empty">{t("stageEmpty")}</p>;
  const grid = view === "grid" || (view === "stage" && !sharing);
  if (phone && grid && kind !== "talk" && tiles.length > 2) return <PhoneTiles tiles={tiles} />;
  if (grid) {
    return (
      <>
        <TileGrid tiles={tiles} />
        {known && tiles.length === 1 && !stageEvent ? <AloneHint kind={kind} rounds={rounds} /> : null}
      </>
    );
  }
  return <SpeakerLayout tiles={tiles} sharing={sharing} />;
}
