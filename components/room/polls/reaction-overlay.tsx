"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { GLYPHS } from "@/components/room/polls/reaction-items";
import { useSpeak } from "@/components/ui/live-regions";
import { addCounts, BURST_SHOWN_MS, type Burst, burstsOf } from "@/realtime/client/bursts";
import { useRoom } from "@/realtime/hooks/use-room-session";
import { type Gesture, gestures } from "@/realtime/protocol";

type Shown = Burst & { key: number; at: number; after: number };

/** A second's reactions do not all rise in the same moment. */
const SPREAD_MS = 800;

/** What the room reacts with, for three seconds each; where motion is reduced it stands still. */
export function ReactionOverlay() {
  const reactions = useRoom((view) => view.reactions);
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const count = useRef(0);
  useEffect(() => {
    if (!reactions) return;
    const fresh = burstsOf(reactions).map((burst) => ({ ...burst, ...whereOf(count.current++) }));
    const keys = new Set(fresh.map(({ key }) => key));
    setShown((before) => [...before, ...fresh]);
    // No clean-up: what stands already leaves by its own time, also when more comes.
    setTimeout(
      () => setShown((before) => before.filter(({ key }) => !keys.has(key))),
      BURST_SHOWN_MS + SPREAD_MS,
    );
  }, [reactions]);
  useSpokenReactions(reactions);
  return (
    <div className="rm-reactions" aria-hidden="true" data-testid="reactions">
      {shown.map(({ key, emoji, count, at, after }) => {
        const style: CSSProperties & Record<"--at" | "--after", string> = {
          "--at": `${at}%`,
          "--after": `${after}ms`,
        };
        return (
          <span key={key} className="rm-reaction" style={style} data-emoji={emoji}>
            {GLYPHS[emoji]}
            {count > 1 ? <b>{count}</b> : null}
          </span>
        );
      })}
    </div>
  );
}

/** Steps by the golden section: neighbours in time never rise at the same place. */
function whereOf(number: number): Omit<Shown, keyof Burst> {
  const part = (number * 0.618) % 1;
  return { key: number, at: Math.round(part * 90), after: Math.round(((number * 0.382) % 1) * SPREAD_MS) };
}

const SPOKEN_MS = 5000;

/** Applause is heard of at most every five seconds. */
function useSpokenReactions(reactions: Gesture["counts"] | null) {
  const t = useTranslations("polls.reactions");
  const speak = useSpeak();
  const gathered = useRef<Gesture["counts"]>({});
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    if (!reactions) return;
    gathered.current = addCounts(gathered.current, reactions);
    timer.current ??= setTimeout(() => {
      timer.current = null;
      const said = gestures.flatMap((emoji) => {
        const count = gathered.current[emoji];
        return count ? [t("counted", { count, name: t(emoji) })] : [];
      });
      gathered.current = {};
      speak(t("spoken", { list: said.join(", ") }));
    }, SPOKEN_MS);
  }, [reactions, speak, t]);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
}
