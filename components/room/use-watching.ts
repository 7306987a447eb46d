"use client";

import { isOnStage } from "@/domain/rooms/rules";
import type { RoomDocuments } from "@/realtime/client/documents";
import { useDocuments } from "@/realtime/hooks/use-room-session";

/**
 * How many only watch: everybody who is here without those on stage, by role or because they have the floor. Whoever
 * is on stage is in every list, so a viewer counts the same. Null before the list was read.
 */
export function watchingOf({ people, audience, hands, known }: RoomDocuments): number | null {
  if (!known.has("people")) return null;
  const speaking = new Set(hands.flatMap((hand) => (hand.state === "speaking" ? hand.admissionId : [])));
  const onStage = people.filter(({ role, admissionId }) => isOnStage(role) || speaking.has(admissionId));
  return audience - onStage.length;
}

export const useWatching = (): number | null => useDocuments(watchingOf);
