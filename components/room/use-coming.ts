"use client";

import { useMemo } from "react";
import { useRoomLabel } from "@/components/room/use-room-label";
import { minutesBetween } from "@/lib/time/minutes";
import { useAnswer, useTarget } from "@/realtime/hooks/use-place";
import type { WhereAmI } from "@/realtime/protocol";

export type Coming = {
  roundId: string;
  label: string;
  kind: "main" | "backstage" | "breakout" | "talk";
  people: number;
  minutes: number;
  opensAt: string;
  autoMove: boolean;
};

/** The breakout or talk that this person is about to go to; nothing for the way back. */
export function useComing(): Coming | null {
  const answer = useAnswer();
  const here = useTarget()?.room.id;
  const labelOf = useRoomLabel();
  return useMemo(() => {
    const coming = comingOf(answer, here);
    return coming && { ...coming, label: labelOf(coming) };
  }, [answer, here, labelOf]);
}

/** The same by the label of its row, for somebody who is `here`. */
export function comingOf(answer: WhereAmI | null, here: string | undefined): Coming | null {
  if (answer?.state !== "room") return null;
  const { next, announced, target } = answer;
  if (target.room.id !== here && target.roundId !== null && target.room.kind !== "main") {
    return { ...roundOf(target), autoMove: false };
  }
  if (next?.roundId && next.room.id !== here && next.room.kind !== "main") {
    return { ...roundOf(next), autoMove: next.autoMove };
  }
  if (!announced || announced.roundId === target.roundId) return null;
  return { ...announced, minutes: minutesOf(announced), autoMove: true };
}

type Timed = { startsAt: string; endsAt: string | null };
type RoomTarget = Timed & {
  roundId: string | null;
  minutes?: number | undefined;
  room: { label: string; kind: Coming["kind"]; people: number };
};

const roundOf = (target: RoomTarget) => ({
  roundId: target.roundId ?? "",
  label: target.room.label,
  kind: target.room.kind,
  people: target.room.people,
  minutes: target.minutes ?? minutesOf(target),
  opensAt: target.startsAt,
});

const minutesOf = ({ startsAt, endsAt }: Timed) =>
  endsAt ? Math.max(1, minutesBetween(startsAt, endsAt)) : 0;
