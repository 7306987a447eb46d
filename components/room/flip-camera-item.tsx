"use client";

import { useTranslations } from "next-intl";
import { RoomMenuItem } from "@/components/room/room-menu";
import { useRights } from "@/realtime/hooks/use-place";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** The next camera of a phone: from the face to what stands before one, and back. */
export function FlipCameraItem() {
  const t = useTranslations("room.bar");
  const { media } = useSession();
  const { cams, camId, camTrack } = useMedia();
  const { cam } = useRights();
  if (!cam || !camTrack || cams.length < 2) return null;
  const used = camId || camTrack.getSettings().deviceId;
  const next = cams[(cams.findIndex(({ id }) => id === used) + 1) % cams.length];
  if (!next) return null;
  return <RoomMenuItem onClick={() => void media.choose("cam", next.id)}>{t("flipCamera")}</RoomMenuItem>;
}
