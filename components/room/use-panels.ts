"use client";

import type { PanelName } from "@/components/room/room-ui-context";
import { useRights } from "@/realtime/hooks/use-place";

/** The panels this person has, in the order of their buttons. */
export function usePanels(): readonly PanelName[] {
  const { moderate } = useRights();
  return moderate ? ["people", "chat", "breakouts", "console"] : ["people", "chat"];
}
