"use client";

import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useMyRound } from "@/components/room/use-my-round";
import { useSpeak } from "@/components/ui/live-regions";
import { useTarget } from "@/realtime/hooks/use-place";

/** In a breakout that called for help: everybody there reads that it is called, and that somebody is on the way. */
export function HelpNote() {
  const t = useTranslations("room.breakouts");
  const speak = useSpeak();
  const here = useTarget()?.room.id;
  const people = useMyRound()?.rooms.find(({ id }) => id === here)?.people ?? [];
  const calls = people.filter(({ helpAskedAt }) => helpAskedAt !== null);
  const answered = calls.some(({ helpOnTheWay }) => helpOnTheWay) ? t("helpAnswered") : t("helpCalled");
  const text = calls.length > 0 ? answered : null;
  useEffect(() => {
    if (text) speak(text);
  }, [text, speak]);
  if (!text) return null;
  return (
    <p className="rm-broadcast rm-aside" data-testid="help-note">
      <LifeBuoy className="icon" aria-hidden />
      <span>{text}</span>
    </p>
  );
}
