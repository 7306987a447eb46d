"use client";

import { CHOICE_OPENS_MS, isChosen } from "@/domain/rooms/rules";
import { useMyId } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import type { RoundView } from "@/realtime/room-api";

export type Choice = RoundView["rooms"][number];

/** The rounds among whose rooms this person can choose now, earliest first. */
export function useChoices(): RoundView[] {
  const now = useServerNow(5000);
  const rounds = useDocuments((documents) => documents.rounds);
  return rounds
    .filter(
      ({ rule, state, startsAt }) =>
        isChosen(rule) &&
        (state === "open" || (state === "announced" && Date.parse(startsAt ?? "") - CHOICE_OPENS_MS <= now)),
    )
    .toSorted((one, other) => (one.startsAt ?? "").localeCompare(other.startsAt ?? ""));
}

/** Which of a round's rooms this person has chosen. */
export function useChosen(): (round: RoundView) => Choice | undefined {
  const me = useMyId();
  return ({ rooms }) => rooms.find(({ people }) => people.some(({ admissionId }) => admissionId === me));
}
