"use client";

import { Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useRoom, useSession } from "@/realtime/hooks/use-room-session";

/** Shown when the browser keeps sound back: one large button. */
export function SoundUnlock() {
  const t = useTranslations("room.card");
  const session = useSession();
  const blocked = useRoom(({ room, connection }) => !room.canPlay && connection.phase === "live");
  if (!blocked) return null;
  return (
    <section className="rm-announcement" aria-labelledby="sound-title" data-testid="sound-unlock">
      <h2 id="sound-title">{t("soundTitle")}</h2>
      <p>{t("soundText")}</p>
      <Button variant="primary" size="lg" block onClick={() => void session.startAudio()}>
        <Volume2 className="icon" aria-hidden />
        {t("soundButton")}
      </Button>
    </section>
  );
}
