"use client";

import { useTranslations } from "next-intl";
import { PersonMenu } from "@/components/room/person-menu";
import { Avatar } from "@/components/ui/avatar";
import { useMyId, useRights } from "@/realtime/hooks/use-place";
import type { RoomPerson } from "@/realtime/room-api";

/** One line of the list of people; `place` says where somebody is when it is not here. */
export function PersonRow({ person, place }: { person: RoomPerson; place: string }) {
  const t = useTranslations("room");
  const me = useMyId();
  const { moderate } = useRights();
  const own = person.admissionId === me;
  const notes = [
    person.organisation,
    own && t("tile.you"),
    place,
    person.silenced && t("people.silenced"),
  ].filter(Boolean);
  return (
    <li className="rm-person" data-person={person.admissionId}>
      <Avatar name={person.name} seed={person.admissionId} size="sm" />
      <span className="rm-person__name">
        {person.name}
        {notes.length > 0 ? <small>{notes.join(" · ")}</small> : null}
      </span>
      {moderate && !own ? <PersonMenu person={person} /> : null}
    </li>
  );
}
