"use client";

import { useTranslations } from "next-intl";
import { PersonMenu } from "@/components/room/person-menu";
import { Avatar } from "@/components/ui/avatar";
import { useMyId } from "@/realtime/hooks/use-place";
import { useRoom } from "@/realtime/hooks/use-room-session";
import type { RoomPerson } from "@/realtime/room-api";

/** One line of the list of people; `place` says where somebody is when it is not here. */
export function PersonRow({ person, place }: { person: RoomPerson; place: string }) {
  const t = useTranslations("room");
  const me = useMyId();
  const quality = useRoom(({ room }) => room.people.find(({ id }) => id === person.admissionId)?.quality);
  const here = quality !== undefined;
  const own = person.admissionId === me;
  const notes = [
    person.organisation,
    own && t("tile.you"),
    place,
    person.silenced && t("people.silenced"),
    quality === "poor" && t("tile.weak"),
    quality === "lost" && t("tile.lost"),
  ].filter(Boolean);
  return (
    <li className="rm-person" data-person={person.admissionId}>
      <Avatar name={person.name} seed={person.admissionId} size="sm" />
      <span className="rm-person__name">
        {person.name}
        {notes.length > 0 ? <small>{notes.join(" · ")}</small> : null}
      </span>
      {own ? null : <PersonMenu person={person} here={here} />}
    </li>
  );
}
