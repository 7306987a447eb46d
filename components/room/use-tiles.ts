"use client";

import { useMemo } from "react";
import type { TileFacts } from "@/components/room/tile-facts";
import { useRoomMode } from "@/components/room/use-room-mode";
import { useViewChoice } from "@/components/room/view-choice-context";
import type { Presence } from "@/realtime/client/ports";
import { useRights } from "@/realtime/hooks/use-place";
import { useDocuments, useRoom } from "@/realtime/hooks/use-room-session";
import { screenTile } from "@/realtime/tiles";

export type Tiles = {
  /** Everybody who gets a tile, in stable order. A stage shows only who can be heard or seen, plus oneself on stage. */
  people: readonly TileFacts[];
  /** Their shared screens, the newest last. */
  screens: readonly TileFacts[];
  stageEvent: boolean;
};

export function useTiles(): Tiles {
  const stageEvent = useRoomMode() !== "roundtable";
  const rights = useRights();
  const people = useRoom(({ room }) => room.people);
  const speakers = useRoom(({ room }) => room.speakers);
  const order = useRoom((view) => view.order);
  const shared = useRoom((view) => view.screens);
  const hands = useDocuments((documents) => documents.hands);
  const known = useDocuments((documents) => documents.people);
  const { hidesOwn } = useViewChoice();
  return useMemo(() => {
    const names = new Map(known.map((one) => [one.admissionId, one.name]));
    const byId = new Map(people.map((person) => [person.id, person]));
    const onStage = (person: Presence) =>
      person.own ? rights.mic : person.hasMic || person.camera !== null || person.screen !== null;
    const seats = order.flatMap((id) => byId.get(id) ?? []);
    const onTiles = stageEvent ? seats.filter(onStage) : seats;
    // Whoever is alone would see nothing at all.
    const shown = hidesOwn && onTiles.some(({ own }) => !own) ? onTiles.filter(({ own }) => !own) : onTiles;
    const factsOf = (person: Presence): TileFacts => ({
      id: person.id,
      person,
      screen: null,
      name: names.get(person.id) ?? (person.name || "…"),
      speaking: speakers.includes(person.id) && !person.micMuted,
      handPlace: hands.findIndex((hand) => hand.admissionId === person.id) + 1 || null,
    });
    const screens = shared.flatMap((sid) => people.find(({ screen }) => screen?.sid === sid) ?? []);
    return {
      stageEvent,
      people: shown.map(factsOf),
      screens: screens.map((person) => ({
        ...factsOf(person),
        id: screenTile(person.id),
        screen: person.screen,
      })),
    };
  }, [people, speakers, order, shared, hands, known, stageEvent, rights.mic, hidesOwn]);
}
