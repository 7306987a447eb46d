"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useSpeak } from "@/components/ui/live-regions";
import type { RoomQuestion } from "@/realtime/audience-api";
import { useRights } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";

const BATCH_MS = 3000;
type State = RoomQuestion["state"];

/** What comes on the stage, what becomes of one's own questions, and for hosts how many have come. */
export function SpokenQuestions() {
  useOnStage();
  useOwn();
  useArrived();
  return null;
}

function useOnStage() {
  const t = useTranslations("audience.spoken");
  const speak = useSpeak();
  const pinned = useDocuments(({ questions }) => questions.find((one) => one.pinned));
  const text = pinned && !pinned.mine ? pinned.text : undefined;
  useEffect(() => {
    if (text) speak(t("onAir", { text }));
  }, [text, speak, t]);
}

const TOLD = { on_air: "mineOnAir", answered: "answered", dismissed: "dismissed" } as const;

/** What somebody hears of their own question whose state was another before; nothing of a mere way back. */
function toldOf(former: State | undefined, state: State) {
  if (former === undefined || former === state || state === "waiting") return undefined;
  if (state !== "new") return TOLD[state];
  return former === "waiting" ? ("approved" as const) : undefined;
}

function useOwn() {
  const t = useTranslations("audience.spoken");
  const speak = useSpeak();
  const questions = useDocuments((documents) => documents.questions);
  const before = useRef(new Map<string, State>());
  useEffect(() => {
    const own = questions.filter(({ mine }) => mine);
    for (const { id, state } of own) {
      const told = toldOf(before.current.get(id), state);
      if (told) speak(t(told));
    }
    before.current = new Map(own.map(({ id, state }) => [id, state]));
  }, [questions, speak, t]);
}

function useArrived() {
  const t = useTranslations("audience.spoken");
  const speak = useSpeak();
  const { moderate } = useRights();
  const questions = useDocuments((documents) => documents.questions);
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const before = known.current;
      known.current = new Set(questions.map(({ id }) => id));
      const count = questions.filter(({ id, mine }) => before && !mine && !before.has(id)).length;
      if (moderate && count > 0) speak(t("arrived", { count }));
    }, BATCH_MS);
    return () => clearTimeout(timer);
  }, [questions, moderate, speak, t]);
}
