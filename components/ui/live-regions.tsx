"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { SpeechQueue } from "@/lib/speech-queue";

type Speak = (text: string, urgency?: "polite" | "assertive") => void;
const Context = createContext<Speak>(() => undefined);

type LiveRegionsProps = {
  /** What the polite region is called. */
  label: string;
  children: ReactNode;
};

/** One polite and one assertive region, there from the start; at most one message per second in each. */
export function LiveRegions({ label, children }: LiveRegionsProps) {
  const [polite, setPolite] = useState("");
  const [assertive, setAssertive] = useState("");
  const queues = useMemo(
    () => ({ polite: new SpeechQueue(setPolite), assertive: new SpeechQueue(setAssertive) }),
    [],
  );
  useEffect(
    () => () => {
      for (const queue of Object.values(queues)) queue.stop();
    },
    [queues],
  );
  const speak = useMemo<Speak>(
    () =>
      (text, urgency = "polite") =>
        queues[urgency].say(text),
    [queues],
  );
  return (
    <Context.Provider value={speak}>
      {children}
      <div className="sr-only" role="status" aria-live="polite" aria-label={label} data-testid="polite">
        {polite}
      </div>
      <div className="sr-only" role="alert" aria-live="assertive" data-testid="assertive">
        {assertive}
      </div>
    </Context.Provider>
  );
}

/** Says something to people who listen to the page. */
export const useSpeak = (): Speak => useContext(Context);
