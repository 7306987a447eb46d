"use client";

import { useTranslations } from "next-intl";
import type { TileFacts } from "@/components/room/tile-facts";

/** What a tile is called: a person's name or whose screen it is, oneself in the second person. */
export function useTileTitle({ person, screen, name }: TileFacts): string {
  const t = useTranslations("room.tile");
  if (screen) return person.own ? t("yourScreen") : t("screen", { name });
  return person.own ? t("you") : name;
}
