"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import type { Layout } from "@/realtime/tiles";

export type PanelName = "talk" | "people" | "chat" | "questions" | "breakouts" | "console";
type RoomUi = {
  panel: PanelName | null;
  layout: Layout;
  /** Opens the panel, or closes it when it is open already. */
  togglePanel: (panel: PanelName) => void;
  /** Closes the panel and gives focus back to its button. */
  closePanel: () => void;
  setLayout: (layout: Layout) => void;
};

const Context = createContext<RoomUi | null>(null);

/** Which panel and which view this person has chosen; nobody else sees it. */
export function RoomUiProvider({ children }: { children: ReactNode }) {
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [layout, setLayout] = useState<Layout>("auto");
  const togglePanel = useCallback(
    (name: PanelName) => setPanel((current) => (current === name ? null : name)),
    [],
  );
  const closePanel = useCallback(() => {
    setPanel((current) => {
      if (current) focusButtonOf(current);
      return null;
    });
  }, []);
  const ui = useMemo(
    () => ({ panel, layout, togglePanel, closePanel, setLayout }),
    [panel, layout, togglePanel, closePanel],
  );
  return <Context.Provider value={ui}>{children}</Context.Provider>;
}

export function useRoomUi(): RoomUi {
  const ui = useContext(Context);
  if (!ui) throw new Error("no room surface around this component");
  return ui;
}

/** Where the panels are folded into „Mehr“, focus goes to the control bar. */
function focusButtonOf(panel: PanelName): void {
  const own = document.querySelector<HTMLElement>(`[data-panel-button="${panel}"]`);
  const bar = document.querySelector<HTMLElement>('#room-controls button[tabindex="0"]');
  const target = own?.offsetParent ? own : bar;
  target?.focus();
}
