"use client";

import { useTranslations } from "next-intl";
import { usePicks } from "@/components/room/picks-context";
import { RoomMenuItem } from "@/components/room/room-menu";
import { useSpeak } from "@/components/ui/live-regions";

/** Makes a tile large for this person alone, and says so. */
export function PinItem({ tile, name }: { tile: string; name: string }) {
  const t = useTranslations("room.large");
  const speak = useSpeak();
  const { wish, pin } = usePicks();
  const isPinned = wish.pinned === tile;
  const turn = () => {
    pin(isPinned ? null : tile);
    speak(t(isPinned ? "unpinned" : "pinned", { name }));
  };
  return <RoomMenuItem onClick={turn}>{t(isPinned ? "unpin" : "pin")}</RoomMenuItem>;
}
