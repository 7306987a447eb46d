"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { StandbyCard } from "@/components/room/standby-card";

const Context = createContext<(() => void) | null>(null);

/**
 * Remembers that somebody gave a talk up, while its room goes and the page shows a lobby, the plenary or a card instead:
 * whoever could step in is offered wherever they are then.
 */
export function FreedTalkProvider({ children }: { children: ReactNode }) {
  const [freed, setFreed] = useState(false);
  return (
    <Context.Provider value={() => setFreed(true)}>
      {children}
      {freed ? <StandbyCard close={() => setFreed(false)} /> : null}
    </Context.Provider>
  );
}

/** What to call once a talk is given up. */
export function useFreedTalk(): () => void {
  const onFreed = useContext(Context);
  if (!onFreed) throw new Error("nobody remembers freed talks around this component");
  return onFreed;
}
