"use client";

import { useTranslations } from "next-intl";
import { RoomMenuItem } from "@/components/room/room-menu";
import { useRights } from "@/realtime/hooks/use-place";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";

/** For hosts: shows a person large to everybody in the room where that person is. A screen needs no such help. */
export function SpotlightItem({ personId }: { personId: string }) {
  const t = useTranslations("room.large");
  const session = useSession();
  const { moderate } = useRights();
  const person = useDocuments(({ people }) => people.find((one) => one.admissionId === personId));
  if (!moderate || !person?.roomId) return null;
  const { isSpotlit } = person;
  const turn = () =>
    void session.act(`people/${personId}`, { action: isSpotlit ? "spotlight_off" : "spotlight" });
  return <RoomMenuItem onClick={turn}>{t(isSpotlit ? "spotlightOff" : "spotlight")}</RoomMenuItem>;
}
