"use client";

import { useTarget } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

/** The round of the room this tab is in. */
export function useMyRound(): RoundView | undefined {
  const target = useTarget();
  return useDocuments(({ rounds }) =>
    rounds.find(
      (round) => round.id === target?.roundId || round.rooms.some((room) => room.id === target?.room.id),
    ),
  );
}
