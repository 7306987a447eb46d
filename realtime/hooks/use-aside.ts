"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Aside, AsideView } from "@/realtime/client/aside";

const AsideContext = createContext<Aside | null>(null);
export const AsideProvider = AsideContext.Provider;

const NOTHING: AsideView = { kind: null, of: null, phase: "off", voices: [], reached: 0, rooms: 0 };
const never = () => () => undefined;
const nothing = () => NOTHING;

/** What listens or speaks beside the own room; null on pages that join none, such as the console. */
export const useAside = (): Aside | null => useContext(AsideContext);

export function useAsideView(): AsideView {
  const store = useAside()?.store;
  return useSyncExternalStore(store?.subscribe ?? never, store?.get ?? nothing, store?.get ?? nothing);
}
