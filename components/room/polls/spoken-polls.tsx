"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useSpeak } from "@/components/ui/live-regions";
import { shareOf } from "@/domain/interaction/rules/polls";
import type { RoomPoll } from "@/realtime/audience-api";
import { useDocuments } from "@/realtime/hooks/use-room-session";

type Known = Pick<RoomPoll, "state" | "shared">;

/** A poll that is launched, one that is closed, and a result that is shared, once each; never what was there before. */
export function SpokenPolls() {
  const t = useTranslations("polls");
  const speak = useSpeak();
  const known = useDocuments((documents) => documents.known.has("polls"));
  const polls = useDocuments((documents) => documents.polls);
  const before = useRef<ReadonlyMap<string, Known> | null>(null);
  useEffect(() => {
    if (!known) return;
    const earlier = before.current;
    before.current = new Map(polls.map((poll) => [poll.id, poll]));
    if (earlier === null) return;
    for (const text of polls.flatMap((poll) => newsOf(poll, earlier.get(poll.id), t))) speak(text);
  }, [known, polls, speak, t]);
  return null;
}

type Words = ReturnType<typeof useTranslations<"polls">>;

/** What is to be said of a poll that was so before. */
function newsOf(poll: RoomPoll, was: Known | undefined, t: Words): string[] {
  const { question, state, shared, result } = poll;
  return [
    ...(state === "open" && was?.state !== "open" ? [t("launched", { question })] : []),
    ...(state === "closed" && was?.state === "open" ? [t("ended", { question })] : []),
    ...(shared && !was?.shared && result ? [t("resultShared", { question, first: firstOf(poll, t) })] : []),
  ];
}

/** The most common answer, or how many there are where nothing stands out by a name. */
function firstOf({ kind, options, result }: RoomPoll, t: Words): string {
  const { people = 0, counts = [], words = [] } = result ?? {};
  const count = Math.max(0, ...counts);
  const place = counts.indexOf(count);
  const chosen = { word: kind === "rating" ? String(place + 1) : (options[place] ?? ""), count };
  const first = kind === "words" ? words[0] : chosen;
  return first && first.count > 0
    ? t("resultFirst", { answer: first.word, share: shareOf(first.count, people) })
    : t("resultPeople", { count: people });
}
