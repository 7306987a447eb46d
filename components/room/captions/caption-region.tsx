"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useState } from "react";
import { useViewChoice } from "@/components/room/view-choice-context";
import { goesIn, type SaidLine, shownNow } from "@/realtime/client/captions/caption-log";
import type { ViewChoice } from "@/realtime/client/stored-view";
import { useRoom } from "@/realtime/hooks/use-room-session";

/**
 * What is being written now, in a place of its own that covers no picture, and only while something is there. Not read out: word by
 * word it would speak over the speech that it stands for.
 */
export function CaptionRegion({ place }: { place: ViewChoice["captionPlace"] }) {
  const { captions, captionPlace } = useViewChoice();
  return captions && captionPlace === place ? <Region /> : null;
}

function Region() {
  const t = useTranslations("room.captions");
  const { captionSize } = useViewChoice();
  const shown = useShown();
  if (shown.length === 0) return null;
  const style: CSSProperties & Record<"--captions", number> = { "--captions": captionSize / 100 };
  return (
    <section className="rm-captions" aria-label={t("title")} style={style} data-testid="captions">
      {shown.map((line) => (
        <CaptionText key={line.key} line={line} />
      ))}
    </section>
  );
}

/** One line in its own language; whose own words they are stands before them. */
export function CaptionText({ line: { kind, name, text, language } }: { line: SaidLine }) {
  return (
    <p lang={language ?? undefined}>
      {kind === "own" ? <b>{name}: </b> : null}
      {text}
    </p>
  );
}

/** The lines that changed a moment ago; each leaves by the clock when nothing more comes. */
function useShown(): readonly SaidLine[] {
  const lines = useRoom((view) => view.captions);
  const [now, setNow] = useState(() => Date.now());
  // What has just come is newer than the clock that was looked at before.
  const at = Math.max(now, lines.at(-1)?.at ?? 0);
  const shown = shownNow(lines, at);
  const inMs = goesIn(shown, at);
  useEffect(() => {
    if (inMs === null) return;
    const timer = setTimeout(() => setNow(Date.now()), inMs + 50);
    return () => clearTimeout(timer);
  }, [inMs]);
  return shown;
}
