"use client";

import { Mic } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLevel } from "@/realtime/hooks/use-level";

const BARS = Array.from({ length: 20 }, (_, bar) => bar);

/** How loud the own microphone is: bars for the eye, a word beside them for everybody. */
export function LevelMeter({ track }: { track: MediaStreamTrack | null }) {
  const t = useTranslations("room.prejoin");
  const level = useLevel(track);
  if (!track) return null;
  return (
    <div className="rm-level">
      <Mic className="icon" aria-hidden />
      <meter className="sr-only" min={0} max={20} value={level} aria-label={t("level")} />
      <span className="rm-level__bars" aria-hidden="true">
        {BARS.map((bar) => (
          <i key={bar} data-lit={bar < level} />
        ))}
      </span>
      <span className="rm-level__word">{level > 0 ? t("heard") : t("quiet")}</span>
    </div>
  );
}
