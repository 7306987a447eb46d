"use client";

import { AudioLines } from "lucide-react";
import { useTranslations } from "next-intl";
import { useStage } from "@/components/room/use-stage";

/** While it is counted how long each role speaks, everybody reads so. */
export function SpeakingCounted() {
  const t = useTranslations("room.run");
  if (!useStage()?.countsSpeaking) return null;
  return (
    <span className="rm-chip" title={t("countsSpeaking")} data-testid="speaking-counted">
      <AudioLines className="icon icon--sm" aria-hidden />
      <span className="rm-wide">{t("countsChip")}</span>
      <span className="sr-only">{t("countsSpeaking")}</span>
    </span>
  );
}
