"use client";

import { Megaphone, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useStage } from "@/components/room/use-stage";
import { useSpeak } from "@/components/ui/live-regions";

/** The hosts' line to everybody, in whatever room they are, until it is closed, replaced or taken back. */
export function HostMessage() {
  const t = useTranslations("room.move");
  const speak = useSpeak();
  const message = useStage()?.message ?? null;
  const [closed, setClosed] = useState<string | null>(null);
  const text = message?.text ?? null;
  const at = message?.at ?? null;
  useEffect(() => {
    // The same words said a second time are said again.
    if (text && at) speak(`${t("message")}: ${text}`);
  }, [text, at, speak, t]);
  if (!message || closed === message.at) return null;
  return (
    <section className="rm-broadcast" aria-label={t("message")} data-testid="host-message">
      <Megaphone className="icon" aria-hidden />
      <p>{message.text}</p>
      <button
        type="button"
        className="rm-icon-btn"
        aria-label={t("messageClose")}
        onClick={() => setClosed(message.at)}
      >
        <X className="icon" aria-hidden />
      </button>
    </section>
  );
}
