"use client";

import { Eye, MonitorUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useRoomEvent } from "@/components/room/room-event-context";
import { Tile, type TileFacts } from "@/components/room/tile";
import { TileVideo } from "@/components/room/tile-video";
import { useMainTile } from "@/components/room/use-main-tile";
import type { Sharing } from "@/components/room/use-tiles";
import { useWatching } from "@/components/room/use-watching";
import { useTarget } from "@/realtime/hooks/use-place";
import { useSession } from "@/realtime/hooks/use-room-session";

const STRIP = 8;

/** A shared screen or the last speaker large, the others in a strip below. */
export function SpeakerLayout({ tiles, sharing }: { tiles: readonly TileFacts[]; sharing: Sharing | null }) {
  const t = useTranslations("room");
  const session = useSession();
  const speaker = useMainTile(tiles);
  const strip = sharing ? tiles : tiles.filter((tile) => tile !== speaker);
  const shown = strip.slice(0, STRIP);
  const visible = [speaker, ...shown].flatMap((tile) => tile?.person.id ?? []).join(" ");
  useEffect(() => session.showOnly(visible.split(" ")), [session, visible]);
  return (
    <div className="rm-speaker">
      {sharing?.person.screen ? (
        <figure className="rm-share" data-testid="share">
          <TileVideo source={sharing.person.screen} whole />
          <figcaption className="rm-tile__name">
            <MonitorUp className="icon icon--sm" aria-hidden />
            <span>{t("tile.screen", { name: sharing.name })}</span>
          </figcaption>
        </figure>
      ) : null}
      <ul className={sharing ? "rm-strip" : "rm-strip rm-strip--speaker"} aria-label={t("people.title")}>
        {!sharing && speaker ? <Tile facts={speaker} className="rm-strip__main" /> : null}
        {shown.map((facts) => (
          <Tile key={facts.person.id} facts={facts} className="rm-strip__tile" />
        ))}
        <Audience />
      </ul>
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
    <li className="rm-audience">
      <Eye className="icon" aria-hidden />
      <b>{watching}</b>
      <span>{t("audience", { count: watching })}</span>
    </li>
  );
}
