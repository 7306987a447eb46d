"use client";

import { useMemo } from "react";
import type { TileFacts } from "@/components/room/tile";
import { useRoomMode } from "@/components/room/use-room-mode";
import type { Presence } from "@/realtime/client/ports";
import { useRights } from "@/realtime/hooks/use-place";
import { useDocuments, useRoom } from "@/realtime/hooks/use-room-session";

export type Sharing = { person: Presence; name: string };

/** Everybody who gets a tile, in stable order. A stage shows only who can be heard or seen, plus oneself on stage. */
export function useTiles(): { tiles: TileFacts[]; sharing: Sharing | null; stageEvent: boolean } {
  const stageEvent = useRoomMode() !== "roundtable";
  const rights = useRights();
  const people = useRoom(({ room }) => room.people);
  const speakers = useRoom(({ room }) => room.speakers);
  const order = useRoom((view) => view.order);
  const hands = useDocuments((documents) => documents.hands);
  const known = useDocuments((documents) => documents.people);
  return useMemo(() => {
    const names = new Map(known.map((one) => [one.admissionId, one.name]));
    const byId = new Map(people.map((person) => [person.id, person]));
    const onStage = (person: Presence) =>
      person.own ? rights.mic : person.hasMic || person.camera !== null || person.screen !== null;
    const seats = order.flatMap((id) => byId.get(id) ?? []);
    const shown = stageEvent ? seats.filter(onStage) : seats;
    const nameOf = (person: Presence) => names.get(person.id) ?? (person.name || "…");
    const sharer = people.find((person) => person.screen !== null);
    return {
      stageEvent,
      sharing: sharer ? { person: sharer, name: nameOf(sharer) } : null,
      tiles: shown.map((person) => ({
        person,
        name: nameOf(person),
        speaking: speakers.includes(person.id) && !person.micMuted,
        handPlace: hands.findIndex((hand) => hand.admissionId === person.id) + 1 || null,
      })),
    };
  }, [people, speakers, order, hands, known, stageEvent, rights.mic]);
}
