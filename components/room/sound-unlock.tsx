"use client";

import { Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { useRoom, useSession } from "@/realtime/hooks/use-room-session";

/** What a browser takes for a person's doing, wherever on the page it happens. */
const GESTURES = ["click", "keydown"] as const;

/** Shown while the browser keeps sound back. Any click or key starts it; the large button is there to say so. */
export function SoundUnlock() {
  const t = useTranslations("room.card");
  const session = useSession();
  const blocked = useRoom(({ room, connection }) => !room.canPlay && connection.phase === "live");
  useEffect(() => {
    if (!blocked) return undefined;
    // A key that is no gesture to the browser (Escape) is refused again: the card stays, and the next one is tried.
    const start = () => void session.startAudio().catch(() => undefined);
    for (const gesture of GESTURES) document.addEventListener(gesture, start, { capture: true });
    return () => {
      for (const gesture of GESTURES) document.removeEventListener(gesture, start, { capture: true });
    };
  }, [blocked, session]);
  if (!blocked) return null;
  return (
    <section className="rm-announcement" aria-labelledby="sound-title" data-testid="sound-unlock">
      <h2 id="sound-title">{t("soundTitle")}</h2>
      <p>{t("soundText")}</p>
      <Button variant="primary" size="lg" block>
        <Volume2 className="icon" aria-hidden />
        {t("soundButton")}
      </Button>
    </section>
  );
}
