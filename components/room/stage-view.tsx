"use client";

import { useTranslations } from "next-intl";
import { AloneHint } from "@/components/room/alone-hint";
import { LargeView } from "@/components/room/large-view";
import { PhoneTiles } from "@/components/room/phone-tiles";
import { TileGrid } from "@/components/room/tile-grid";
import { useScene } from "@/components/room/use-scene";
import type { RoomKind } from "@/domain/rooms/schema";
import { usePhone } from "@/realtime/hooks/use-media-query";
import { useTarget } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";

/** The pictures: a screen, somebody pinned or shown by the hosts large, else as chosen: grid or large speaker. */
export function StageView() {
  const t = useTranslations("room.tile");
  const { view, stageEvent, tiles, main, beside } = useScene();
  const phone = usePhone();
  const kind = useTarget()?.room.kind;
  if (tiles.length === 0) return <p className="rm-empty">{t("stageEmpty")}</p>;
  const few = kind === "talk" || tiles.length <= 2;
  if (phone && !(view === "grid" && few)) return <PhoneTiles large={main} strip={beside} />;
  if (view !== "grid") return <LargeView large={main} strip={beside} />;
  return (
    <>
      <TileGrid tiles={tiles} />
      {tiles.length === 1 && !stageEvent ? <AloneNow kind={kind} /> : null}
    </>
  );
}

function AloneNow({ kind }: { kind: RoomKind | undefined }) {
  const rounds = useDocuments((documents) => documents.rounds);
  const known = useDocuments((documents) => documents.known.has("rounds"));
  return known ? <AloneHint kind={kind} rounds={rounds} /> : null;
}
