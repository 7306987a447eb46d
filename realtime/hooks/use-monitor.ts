"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Monitor, MonitorView } from "@/realtime/client/monitor";

const MonitorContext = createContext<Monitor | null>(null);
export const MonitorProvider = MonitorContext.Provider;

const NOTHING: MonitorView = { phase: "off", people: [], speakers: [] };
const never = () => () => undefined;
const nothing = () => NOTHING;

/** What looks at the stage from behind it; null on pages that join no room, such as the console. */
export const useMonitor = (): Monitor | null => useContext(MonitorContext);

export function useMonitorView(): MonitorView {
  const store = useMonitor()?.store;
  return useSyncExternalStore(store?.subscribe ?? never, store?.get ?? nothing, store?.get ?? nothing);
}
