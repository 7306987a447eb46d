"use client";

import { Mic } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useLevel } from "@/realtime/hooks/use-level";

const SILENT_MS = 5000;
const BARS = Array.from({ length: 20 }, (_, bar) => bar);

/** How loud the own microphone is: bars for the eye, a word beside them for everybody. */
export function LevelMeter({ track }: { track: MediaStreamTrack | null }) {
  const t = useTranslations("room");
  const level = useLevel(track);
  const silent = useSilence(track, level);
  if (!track) return null;
  return (
    <div className="rm-level">
      <Mic className="icon" aria-hidden />
      <meter className="sr-only" min={0} max={20} value={level} aria-label={t("prejoin.level")} />
      <span className="rm-level__bars" aria-hidden="true">
        {BARS.map((bar) => (
          <i key={bar} data-lit={bar < level} />
        ))}
      </span>
      <span className="rm-level__word" data-heard={level > 0}>
        {level > 0 ? t("prejoin.heard") : t("prejoin.quiet")}
      </span>
      {silent ? (
        <p className="rm-level__silent" role="status">
          {t("problem.silent")}
        </p>
      ) : null}
    </div>
  );
}

/** True once a microphone that is switched on has given nothing at all for five seconds. */
function useSilence(track: MediaStreamTrack | null, level: number): boolean {
  const [silent, setSilent] = useState(false);
  const quiet = level === 0 && track !== null;
  useEffect(() => {
    if (!quiet) return;
    const timer = setTimeout(() => setSilent(track?.enabled ?? false), SILENT_MS);
    return () => {
      clearTimeout(timer);
      setSilent(false);
    };
  }, [quiet, track]);
  return silent;
}
