"use client";

import { EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { PinItem } from "@/components/room/pin-item";
import { RoomMenu, RoomMenuItem } from "@/components/room/room-menu";
import { SpotlightItem } from "@/components/room/spotlight-item";
import type { TileFacts } from "@/components/room/tile-facts";
import { useTileTitle } from "@/components/room/use-tile-title";
import { useViewChoice } from "@/components/room/view-choice-context";

/** What one can do with a tile: large for oneself, large for everybody, the own one out of sight. */
export function TileMenu({ facts, reached }: { facts: TileFacts; reached: boolean }) {
  const { id, person, screen, name } = facts;
  const t = useTranslations("room.tile");
  const { change } = useViewChoice();
  const title = useTileTitle(facts);
  return (
    <RoomMenu
      className="rm-icon-btn rm-tile__menu"
      label={t("actions", { name: title })}
      render={<button type="button" tabIndex={reached ? 0 : -1} data-tile-menu={id} />}
      trigger={<EllipsisVertical className="icon" aria-hidden />}
    >
      <PinItem tile={id} name={name} />
      {screen ? null : <SpotlightItem personId={person.id} />}
      {person.own && !screen ? (
        <RoomMenuItem onClick={() => change({ hidesOwn: true })}>{t("hideOwn")}</RoomMenuItem>
      ) : null}
    </RoomMenu>
  );
}
