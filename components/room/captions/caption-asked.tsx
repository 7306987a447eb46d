"use client";

import { Captions, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRoomUi } from "@/components/room/room-ui-context";
import { Button } from "@/components/ui/button";
import { useSpeak } from "@/components/ui/live-regions";
import { useMyId } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";

/** Tells whom the hosts have just asked to write captions, and leads there. */
export function CaptionAsked() {
  const t = useTranslations("room.captions");
  const speak = useSpeak();
  const me = useMyId();
  const { panel, togglePanel } = useRoomUi();
  const language = useDocuments(
    ({ captionWriters }) => captionWriters.find(({ admissionId }) => admissionId === me)?.language,
  );
  const [seen, setSeen] = useState<typeof language>(undefined);
  const text = language ? t("asked", { language: t(language) }) : null;
  useEffect(() => {
    if (text) speak(text);
  }, [text, speak]);
  useEffect(() => {
    if (!language || panel === "captions") setSeen(language);
  }, [language, panel]);
  if (!text || seen === language) return null;
  return (
    <div className="rm-broadcast rm-aside" data-testid="caption-asked">
      <Captions className="icon" aria-hidden />
      <span>{text}</span>
      <Button size="sm" onClick={() => togglePanel("captions")}>
        {t("open")}
      </Button>
      <button
        type="button"
        className="rm-icon-btn"
        aria-label={t("notNow")}
        onClick={() => setSeen(language)}
      >
        <X className="icon icon--sm" aria-hidden />
      </button>
    </div>
  );
}
