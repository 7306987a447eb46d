"use client";

import { useTranslations } from "next-intl";
import { usePicks } from "@/components/room/picks-context";
import type { TileFacts } from "@/components/room/tile-facts";

/** What a tile says about its person, in words for whoever does not see it. */
export function useTileStates({ id, person, screen, speaking, handPlace }: TileFacts) {
  const t = useTranslations("room.tile");
  const { wish, calls } = usePicks();
  const isPinned = wish.pinned === id;
  const isSpotlit = calls.some(({ kind, tile }) => kind === "spotlight" && tile === id);
  const weak = person.quality === "poor" || person.quality === "lost";
  const ofPerson = [
    person.micMuted && t("muted"),
    speaking && t("speaking"),
    handPlace && t("hand", { place: handPlace }),
    weak && (person.quality === "lost" ? t("lost") : t("weak")),
  ];
  const ofTile = [isPinned && t("pinned"), isSpotlit && t("spotlit")];
  const states = [...(screen ? [] : ofPerson), ...ofTile].filter((one) => typeof one === "string");
  return { states, weak, isPinned, isSpotlit };
}
