"use client";

import { useMyId } from "@/realtime/hooks/use-place";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";
import type { RaisedHand } from "@/realtime/room-api";

/** The own hand, its place in the queue (from 1), and how to raise or lower it. */
export function useMyHand(): {
  hand: RaisedHand | undefined;
  place: number;
  up: boolean;
  toggle: () => void;
} {
  const session = useSession();
  const me = useMyId();
  const hands = useDocuments((documents) => documents.hands);
  const index = hands.findIndex((hand) => hand.admissionId === me);
  const up = index >= 0;
  const toggle = () => void session.act("hands", { action: up ? "lower" : "raise" });
  return { hand: hands[index], place: index + 1, up, toggle };
}
