"use client";

import { Mic } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useLevel } from "@/realtime/hooks/use-level";

const SILENT_MS = 5000;
const BARS = Array.from({ length: 20 }, (_, bar) => bar);

type LevelMeterProps = {
  track: MediaStreamTrack | null;
  /** Told as soon as something is heard, and again after each pause. */
  onHeard?: () => void;
  /** Told after five seconds of nothing; else the meter itself says what may be wrong. */
  onSilence?: () => void;
};

/** How loud the own microphone is: bars for the eye, a word beside them for everybody. */
export function LevelMeter({ track, onHeard, onSilence }: LevelMeterProps) {
  const t = useTranslations("devices");
  const level = useLevel(track);
  const silent = useSilence(track, level);
  const heard = level > 0;
  useEffect(() => {
    if (heard) onHeard?.();
  }, [heard, onHeard]);
  useEffect(() => {
    if (silent) onSilence?.();
  }, [silent, onSilence]);
  if (!track) return null;
  return (
    <div className="level">
      <Mic className="icon" aria-hidden />
      <meter className="sr-only" min={0} max={20} value={level} aria-label={t("level")} />
      <span className="level__bars" aria-hidden="true">
        {BARS.map((bar) => (
          <i key={bar} data-lit={bar < level} />
        ))}
      </span>
      <span className="level__word" data-heard={heard}>
        {heard ? t("heard") : t("quiet")}
      </span>
      {silent && !onSilence ? (
        <p className="level__silent" role="status">
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
