"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { leftOf } from "@/components/room/host-timer";
import { useStage } from "@/components/room/use-stage";
import { useSpeak } from "@/components/ui/live-regions";
import { useServerNow } from "@/realtime/hooks/use-server-now";

/** Says what hosts change for everybody: the item that begins, the last minute of their timer, that speaking is counted. */
export function SpokenStage() {
  const t = useTranslations("room.run");
  const stage = useStage();
  const known = stage !== null;
  useSpokenChange(known, stage?.item?.title ?? "", (title) => (title ? t("begins", { title }) : ""));
  useSpokenChange(known, stage?.countsSpeaking ?? false, (counts) =>
    t(counts ? "countsSpeaking" : "countsNoMore"),
  );
  useSpokenChange(known, useTimerWord(), (word) => (word === "" ? "" : t(word)));
  return null;
}

const LAST_MINUTE_MS = 60_000;

function useTimerWord(): "" | "lastMinute" | "timeUp" {
  const timer = useStage()?.timer ?? null;
  const now = useServerNow(1000);
  if (!timer || timer.heldSeconds !== null) return "";
  const left = leftOf(timer, now);
  if (left <= 0) return "timeUp";
  return left <= LAST_MINUTE_MS ? "lastMinute" : "";
}

/** Speaks what something has become, and not what it was when the page opened. */
function useSpokenChange<Value>(known: boolean, value: Value, words: (value: Value) => string) {
  const speak = useSpeak();
  const before = useRef<{ value: Value } | null>(null);
  useEffect(() => {
    if (!known) return;
    const is = before.current;
    before.current = { value };
    if (!is || is.value === value) return;
    const text = words(value);
    if (text) speak(text);
  });
}
