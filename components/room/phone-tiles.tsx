"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Tile, type TileFacts } from "@/components/room/tile";
import { useMainTile } from "@/components/room/use-main-tile";
import { useSession } from "@/realtime/hooks/use-room-session";

/** One large tile, the others (with oneself) in a strip of 96 × 116 px. */
export function PhoneTiles({ tiles }: { tiles: readonly TileFacts[] }) {
  const t = useTranslations("room.people");
  const session = useSession();
  const main = useMainTile(tiles);
  const visible = tiles.map((tile) => tile.person.id).join(" ");
  useEffect(() => session.showOnly(visible.split(" ")), [session, visible]);
  const strip = tiles.filter((tile) => tile !== main);
  return (
    <ul className="rm-phone" aria-label={t("title")}>
      {main ? <Tile facts={main} className="rm-phone__main" /> : null}
      {strip.length > 0 ? (
        <li className="rm-phone__strip">
          <ul>
            {strip.map((facts) => (
              <Tile key={facts.person.id} facts={facts} className="rm-phone__small" />
            ))}
          </ul>
        </li>
      ) : null}
    </ul>
  );
}
