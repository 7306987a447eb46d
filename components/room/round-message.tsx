"use client";

import { Megaphone, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMyRound } from "@/components/room/use-my-round";
import { useRights, useTarget } from "@/realtime/hooks/use-place";

/** The hosts' message to all breakouts, until it is closed or replaced. */
export function RoundMessage() {
  const t = useTranslations("room.move");
  const round = useMyRound();
  const kind = useTarget()?.room.kind;
  const { moderate } = useRights();
  const [closed, setClosed] = useState<string | null>(null);
  const message = round?.message ?? null;
  if (!message || message === closed || kind !== "breakout" || moderate) return null;
  return (
    <section className="rm-broadcast" aria-label={t("message")} data-testid="round-message">
      <Megaphone className="icon" aria-hidden />
      <p>{message}</p>
      <button
        type="button"
        className="rm-icon-btn"
        aria-label={t("messageClose")}
        onClick={() => setClosed(message)}
      >
        <X className="icon" aria-hidden />
      </button>
    </section>
  );
}
