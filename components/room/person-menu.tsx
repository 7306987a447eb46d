"use client";

import { EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { PinItem } from "@/components/room/pin-item";
import { RenameDialog } from "@/components/room/rename-dialog";
import { RoomDialog } from "@/components/room/room-dialog";
import { RoomMenu, RoomMenuItem } from "@/components/room/room-menu";
import { SpotlightItem } from "@/components/room/spotlight-item";
import { useRoomLabel } from "@/components/room/use-room-label";
import { Button } from "@/components/ui/button";
import { useRights } from "@/realtime/hooks/use-place";
import { useDocuments, useRoom, useSession } from "@/realtime/hooks/use-room-session";
import type { RoomPerson, RoundView } from "@/realtime/room-api";

/** What somebody can become; the host of an event stays host. */
const BECOMES = {
  host: [],
  cohost: ["host", "speaker", "participant"],
  speaker: ["cohost", "participant"],
  participant: ["cohost", "speaker", "viewer"],
  viewer: ["cohost", "speaker", "participant"],
  unproven: [],
} as const;

/** Rounds in which nobody is moved by hand. */
const FIXED = new Set<RoundView["rule"]>(["own_choice", "networking", "talk"]);
/** What one can do with a person; `here`: with a tile in this room. */
export function PersonMenu({ person, here }: { person: RoomPerson; here: boolean }) {
  const t = useTranslations("room.people");
  const { moderate } = useRights();
  const pin = here ? <PinItem tile={person.admissionId} name={person.name} /> : null;
  if (moderate) return <HostMenu person={person}>{pin}</HostMenu>;
  if (!pin) return null;
  return (
    <RoomMenu
      label={t("actions", { name: person.name })}
      trigger={<EllipsisVertical className="icon" aria-hidden />}
    >
      {pin}
    </RoomMenu>
  );
}

/** What hosts can do with one person. Nobody is unmuted by force, and removing asks once more. */
function HostMenu({ person, children }: { person: RoomPerson; children: ReactNode }) {
  const t = useTranslations("room.people");
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const isSharing = useRoom(({ room }) =>
    room.people.some(({ id, screen }) => id === person.admissionId && screen !== null),
  );
  const act = (action: string) => {
    setAsking(false);
    void session.act(`people/${person.admissionId}`, { action });
  };
  return (
    <>
      <RoomMenu
        label={t("actions", { name: person.name })}
        trigger={<EllipsisVertical className="icon" aria-hidden />}
      >
        {children}
        <SpotlightItem personId={person.admissionId} />
        <RoomMenuItem onClick={() => act("mute")}>{t("mute")}</RoomMenuItem>
        <RoomMenuItem onClick={() => act("ask_unmute")}>{t("askUnmute")}</RoomMenuItem>
        {isSharing ? <RoomMenuItem onClick={() => act("stop_share")}>{t("stopShare")}</RoomMenuItem> : null}
        <RoomMenuItem onClick={() => act(person.silenced ? "unsilence" : "silence")}>
          {person.silenced ? t("unsilence") : t("silence")}
        </RoomMenuItem>
        <RoomMenuItem onClick={() => act(person.noChat ? "chat" : "no_chat")}>
          {person.noChat ? t("chatAgain") : t("noChat")}
        </RoomMenuItem>
        <MoveItems person={person} />
        {BECOMES[person.role].map((role) => (
          <RoomMenuItem key={role} onClick={() => act(role)}>
            {t(role)}
          </RoomMenuItem>
        ))}
        <RoomMenuItem onClick={() => setRenaming(true)}>{t("rename")}</RoomMenuItem>
        <RoomMenuItem danger onClick={() => setAsking(true)}>
          {t("remove")}
        </RoomMenuItem>
      </RoomMenu>
      {renaming ? <RenameDialog person={person} onClose={() => setRenaming(false)} /> : null}
      <RoomDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("removeAsk", { name: person.name })}
      >
        <p>{t("removeText")}</p>
        <div className="rm-actions">
          <Button variant="danger" onClick={() => act("remove")}>
            {t("removeYes")}
          </Button>
          <Button variant="danger-quiet" onClick={() => act("ban")}>
            {t("ban")}
          </Button>
          <Button onClick={() => setAsking(false)}>{t("cancel")}</Button>
        </div>
      </RoomDialog>
    </>
  );
}

/** The rooms of the round that runs, as in „Verschieben nach …“ beside the name there. */
function MoveItems({ person }: { person: RoomPerson }) {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  const labelOf = useRoomLabel();
  const round = useDocuments(({ rounds }) =>
    rounds.find(({ state, rule }) => (state === "open" || state === "announced") && !FIXED.has(rule)),
  );
  if (!round) return null;
  const move = (roomId: string) =>
    void session.act(`rounds/${round.id}/move`, { admissionId: person.admissionId, roomId });
  return round.rooms
    .filter(
      ({ id, people }) =>
        id !== person.roomId && !people.some((one) => one.admissionId === person.admissionId),
    )
    .map((room) => (
      <RoomMenuItem key={room.id} onClick={() => move(room.id)}>
        {t("moveToRoom", { room: labelOf(room) })}
      </RoomMenuItem>
    ));
}
