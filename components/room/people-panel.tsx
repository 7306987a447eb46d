"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { HandList } from "@/components/room/hand-list";
import { ListLoading } from "@/components/room/loading-note";
import { PersonRow } from "@/components/room/person-row";
import { useRoomLabel } from "@/components/room/use-room-label";
import { useStage } from "@/components/room/use-stage";
import { useTarget } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";
import type { RoomPerson } from "@/realtime/room-api";

const GROUPS = ["role.host", "people.speaking", "role.participant"] as const;
const GROUP_OF = {
  host: "role.host",
  cohost: "role.host",
  speaker: "people.speaking",
  participant: "role.participant",
  viewer: "role.participant",
  unproven: "role.participant",
} as const;

/** Everybody one may see, in groups: raised hands first, then hosts, speakers, participants. */
export function PeoplePanel() {
  const t = useTranslations("room");
  const people = useDocuments((documents) => documents.people);
  const known = useDocuments((documents) => documents.known.has("people"));
  const audience = useDocuments((documents) => documents.audience);
  const unseen = Math.max(0, audience - people.length);
  const rounds = useDocuments((documents) => documents.rounds);
  const here = useTarget()?.room.id;
  const labelOf = useRoomLabel();
  const [wanted, setWanted] = useState("");
  const needle = wanted.trim().toLocaleLowerCase();
  const found = people.filter((person) =>
    `${person.name} ${person.organisation}`.toLocaleLowerCase().includes(needle),
  );
  const labels = new Map(rounds.flatMap((round) => round.rooms.map((room) => [room.id, labelOf(room)])));
  const backstageId = useStage()?.backstageId ?? null;
  const place = (person: RoomPerson) => {
    if (!person.present) return t("people.away");
    if (!person.roomId || person.roomId === here) return "";
    if (person.roomId === backstageId) return t("backstage.isBehind");
    const room = labels.get(person.roomId);
    return room ? t("people.inRoom", { room }) : t("people.inMain");
  };
  return (
    <div className="rm-panel__body">
      <input
        className="input rm-search"
        type="search"
        aria-label={t("people.search")}
        placeholder={t("people.search")}
        value={wanted}
        onChange={(change) => setWanted(change.target.value)}
      />
      <HandList />
      {GROUPS.map((key) => {
        const members = found.filter((person) => GROUP_OF[person.role] === key);
        return members.length > 0 ? (
          <section key={key} className="rm-people" aria-label={t(key)}>
            <h3>
              {t(key)} ({members.length})
            </h3>
            <ul>
              {members.map((person) => (
                <PersonRow key={person.admissionId} person={person} place={place(person)} />
              ))}
            </ul>
          </section>
        ) : null;
      })}
      {known ? null : <ListLoading />}
      {known && found.length === 0 ? (
        <p className="rm-hint">{t(needle ? "people.nobody" : "people.nobodyYet")}</p>
      ) : null}
      {unseen > 0 ? <p className="rm-hint">{t("people.audience", { count: unseen })}</p> : null}
    </div>
  );
}
