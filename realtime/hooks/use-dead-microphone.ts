"use client";

import { useEffect, useState } from "react";
import { browserClock } from "@/realtime/client/browser-clock";
import { HeldCondition } from "@/realtime/client/held-condition";
import { soundOf } from "@/realtime/client/sound-of";

export const DEAD_MS = 5000;
const LOOK_MS = 300;

/** True once a microphone that is on has given nothing at all for five seconds while somebody looks at the page. */
export function useDeadMicrophone(track: MediaStreamTrack | null): boolean {
  const [isDead, setDead] = useState(false);
  useEffect(() => {
    if (!track) return;
    const sound = soundOf(track);
    const held = new HeldCondition({ clock: browserClock, afterMs: DEAD_MS, onChange: setDead });
    const timer = setInterval(() => {
      const counts = document.visibilityState === "visible" && track.enabled;
      held.set(counts && sound.isDead());
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
      held.end();
      sound.close();
    };
  }, [track]);
  return isDead;
}
