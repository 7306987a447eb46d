"use client";

import { Megaphone, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useMyRound } from "@/components/room/use-my-round";
import { useSpeak } from "@/components/ui/live-regions";
import { useRights, useTarget } from "@/realtime/hooks/use-place";

/** The hosts' message to all breakouts, until it is closed or replaced. */
export function RoundMessage() {
  const t = useTranslations("room.move");
  const speak = useSpeak();
  const round = useMyRound();
  const kind = useTarget()?.room.kind;
  const { moderate } = useRights();
  const [closed, setClosed] = useState<string | null>(null);
  const message = round?.message ?? null;
  const told = kind === "breakout" && !moderate ? message : null;
  useEffect(() => {
    if (told) speak(`${t("message")}: ${told}`);
  }, [told, speak, t]);
  if (!told || told === closed) return null;
  return (
    <section className="rm-broadcast" aria-label={t("message")} data-testid="round-message">
      <Megaphone className="icon" aria-hidden />
      <p>{told}</p>
      <button
        type="button"
        className="rm-icon-btn"
        aria-label={t("messageClose")}
        onClick={() => setClosed(told)}
      >
        <X className="icon" aria-hidden />
      </button>
    </section>
  );
}
