"use client";

import { useTranslations } from "next-intl";
import { PhoneTiles } from "@/components/room/phone-tiles";
import { useRoomUi } from "@/components/room/room-ui-context";
import { SpeakerLayout } from "@/components/room/speaker-layout";
import { TileGrid } from "@/components/room/tile-grid";
import { useTiles } from "@/components/room/use-tiles";
import { usePhone } from "@/realtime/hooks/use-media-query";
import { useTarget } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";
import { layoutOf } from "@/realtime/tiles";

/** Why nobody else is here: a host in the plenary is alone while everybody talks in the groups. */
function AloneHint() {
  const t = useTranslations("room.tile");
  const kind = useTarget()?.room.kind;
  const inGroups = useDocuments(({ rounds }) => rounds.some((round) => round.state === "open"));
  if (kind === "breakout") return <p className="rm-alone">{t("aloneBreakout")}</p>;
  return <p className="rm-alone">{t(inGroups ? "aloneInPlenary" : "alone")}</p>;
}

/** The pictures, arranged as chosen: automatic, grid, stage or large speaker. */
export function StageView() {
  const t = useTranslations("room.tile");
  const { tiles, sharing, stageEvent } = useTiles();
  const { layout } = useRoomUi();
  const phone = usePhone();
  const kind = useTarget()?.room.kind;
  const view = layoutOf(layout, { sharing: sharing !== null, stageEvent });
  if (tiles.length === 0) return <p className="rm-empty">{t("stageEmpty")}</p>;
  const grid = view === "grid" || (view === "stage" && !sharing);
  if (phone && grid && kind !== "talk" && tiles.length > 2) return <PhoneTiles tiles={tiles} />;
  if (grid) {
    return (
      <>
        <TileGrid tiles={tiles} />
        {tiles.length === 1 && !stageEvent ? <AloneHint /> : null}
      </>
    );
  }
  return <SpeakerLayout tiles={tiles} sharing={sharing} />;
}
