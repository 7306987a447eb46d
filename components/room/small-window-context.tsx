"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { SmallWindow } from "@/realtime/client/small-window";

const Context = createContext<SmallWindow | null>(null);

/** One small window per page; it goes with the room. */
export function SmallWindowProvider({ children }: { children: ReactNode }) {
  const [small] = useState(() => new SmallWindow());
  useEffect(() => () => small.close(), [small]);
  return <Context.Provider value={small}>{children}</Context.Provider>;
}

export function useSmallWindow(): SmallWindow {
  const small = useContext(Context);
  if (!small) throw new Error("no room surface around this component");
  return small;
}
