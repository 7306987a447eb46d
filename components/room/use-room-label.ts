"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

type Named = { kind: "main" | "backstage" | "breakout" | "talk"; label: string };

/** Rooms that were drawn carry a bare number, so that everybody reads „Raum 1“ in their own language. */
const NUMBER = /^\d+$/;

/** A room's name as this person reads it, the same on every surface. */
export function useRoomLabel(): (room: Named) => string {
  const t = useTranslations("room");
  return useCallback(
    ({ kind, label }) => {
      if (kind === "main" || kind === "backstage") return t(`kind.${kind}`);
      return NUMBER.test(label) ? t("breakouts.roomName", { number: label }) : label;
    },
    [t],
  );
}
