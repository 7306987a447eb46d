"use client";

import { useMemo } from "react";
import { TALK_GRACE_MS } from "@/domain/rooms/rules";
import { useAnswer, useTarget } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import type { Target } from "@/realtime/protocol";
import type { RoomTalk } from "@/realtime/room-api";

/** How long after its end the room still asks what came of a talk. */
const ASKED_MS = 15 * 60_000;

/** From when on the lobby is that of the talk: close to it, or earlier where no plenary is on. */
const LOBBY_MS = { live: 5 * 60_000, quiet: 30 * 60_000 };

/** Place and list come one after the other: for a moment one of them may know another end than the other. */
const isOf = (talk: RoomTalk, { roundId, endsAt }: Target): boolean =>
  talk.roundId === null ? talk.endsAt === endsAt : talk.roundId === roundId;

/** The talk whose room or lobby this page shows; undefined elsewhere. */
export function useThisTalk(): RoomTalk | undefined {
  const answer = useAnswer();
  const now = useServerNow(5000);
  const current = useTarget();
  const talks = useDocuments((documents) => documents.talks);
  return useMemo(() => {
    const target = current ?? (answer?.state === "room" ? answer.target : null);
    if (target?.room.kind === "talk") return talks.find((talk) => isOf(talk, target));
    if (answer?.state !== "wait") return undefined;
    // Before the click the server only says „not joined“: the lobby is known by the clock.
    const from = now + (answer.session.live ? LOBBY_MS.live : LOBBY_MS.quiet);
    const mine = talks.find((talk) => Date.parse(talk.endsAt) > now);
    return mine && (answer.reason === "talk_lobby" || Date.parse(mine.startsAt) <= from) ? mine : undefined;
  }, [answer, current, talks, now]);
}

/** The talk that follows so soon that this one has to end for it. */
export function useNextTalk(): RoomTalk | undefined {
  const here = useThisTalk();
  const talks = useDocuments((documents) => documents.talks);
  return useMemo(() => {
    if (!here) return undefined;
    const end = Date.parse(here.endsAt);
    const following = talks.filter((talk) => talk.startsAt >= here.endsAt);
    return following.find((talk) => Date.parse(talk.startsAt) <= end + TALK_GRACE_MS);
  }, [here, talks]);
}

/** The last talk of which nothing has been said yet: one that is over, or that the person `left` before its end. */
export function useUnratedTalk(now: number, left: boolean): RoomTalk | undefined {
  const talks = useDocuments((documents) => documents.talks);
  const kind = useTarget()?.room.kind;
  if (kind === "talk") return undefined;
  return talks.findLast((talk) => {
    const begun = now >= Date.parse(left ? talk.startsAt : talk.endsAt);
    return talk.outcome === null && begun && now < Date.parse(talk.endsAt) + ASKED_MS;
  });
}
