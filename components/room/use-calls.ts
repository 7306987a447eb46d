"use client";

import { useMemo } from "react";
import { useDocuments, useRoom } from "@/realtime/hooks/use-room-session";
import { type Call, screenTile } from "@/realtime/tiles";

/** Whom the hosts show large to everybody in this room; null while nobody. */
export function useSpotlight(): string | null {
  const here = useRoom(({ room }) => room.people);
  const listed = useDocuments(({ people }) => people);
  // Each room has its own, and the list tells of all of them.
  return useMemo(() => {
    const spotlit = listed.filter((one) => one.isSpotlit && one.present);
    return spotlit.find((one) => here.some(({ id }) => id === one.admissionId))?.admissionId ?? null;
  }, [here, listed]);
}

/** What asks for the large place: the screens of others in the order in which they came, and the spotlight. */
export function useCalls(): readonly Call[] {
  const people = useRoom(({ room }) => room.people);
  const screens = useRoom((view) => view.screens);
  const spotlight = useSpotlight();
  // A string, so that people who come and go leave the calls as they are.
  const shared = screens
    .flatMap((sid) => {
      const person = people.find(({ screen, own }) => screen?.sid === sid && !own);
      return person ? `${person.id} ${sid}` : [];
    })
    .join(",");
  return useMemo(() => {
    const calls: Call[] = shared
      .split(",")
      .filter(Boolean)
      .map((name) => ({
        name: `screen ${name}`,
        kind: "screen",
        tile: screenTile(name.split(" ")[0] ?? ""),
      }));
    return spotlight
      ? [...calls, { name: `spotlight ${spotlight}`, kind: "spotlight", tile: spotlight }]
      : calls;
  }, [shared, spotlight]);
}
