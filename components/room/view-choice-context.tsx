"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { readView, type ViewChoice, writeView } from "@/realtime/client/stored-view";

type Choices = ViewChoice & { change: (part: Partial<ViewChoice>) => void };

const FIRST: Choices = {
  ...{ hidesOwn: false, savesPower: false, pushToTalk: true, letterKeys: false },
  ...{ captions: true, captionSize: 100, captionPlace: "below" },
  change: () => undefined,
};
const Context = createContext<Choices>(FIRST);

/** How this person likes rooms on this device, remembered for the next one. */
export function ViewChoiceProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(readView);
  const change = useCallback(
    (part: Partial<ViewChoice>) =>
      setChoice((before) => {
        const next = { ...before, ...part };
        writeView(next);
        return next;
      }),
    [],
  );
  const choices = useMemo(() => ({ ...choice, change }), [choice, change]);
  return <Context.Provider value={choices}>{children}</Context.Provider>;
}

export const useViewChoice = (): Choices => useContext(Context);
