"use client";

import { ArrowRightLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { RoomMenu, RoomMenuItem } from "@/components/room/room-menu";
import { useRoomLabel } from "@/components/room/use-room-label";
import { useSession } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

type MoveMenuProps = {
  round: RoundView;
  person: { admissionId: string; name: string };
  /** The room the person is in now; null when in none. */
  from: string | null;
};

/** „Verschieben nach …“ on every name that can go somewhere: the same for mouse, keyboard and phone. */
export function MoveMenu({ round, person, from }: MoveMenuProps) {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  const labelOf = useRoomLabel();
  const move = (roomId: string | null) =>
    void session.act(`rounds/${round.id}/move`, { admissionId: person.admissionId, roomId });
  const others = round.rooms.filter((room) => room.id !== from);
  if (others.length === 0 && from === null) return null;
  return (
    <RoomMenu
      label={t("moveName", { name: person.name })}
      heading={t("moveTo")}
      trigger={<ArrowRightLeft className="icon icon--sm" aria-hidden />}
    >
      {others.map((room) => (
        <RoomMenuItem key={room.id} onClick={() => move(room.id)}>
          {labelOf(room)} <small>{room.people.length}</small>
        </RoomMenuItem>
      ))}
      {from ? <RoomMenuItem onClick={() => move(null)}>{t("plenary")}</RoomMenuItem> : null}
    </RoomMenu>
  );
}
