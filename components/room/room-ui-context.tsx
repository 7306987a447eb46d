"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";

export type PanelName =
  | ("talk" | "people" | "chat" | "questions" | "polls" | "notes")
  | ("captions" | "breakouts" | "console");
export type DialogName = "keys" | "settings";
type RoomUi = {
  panel: PanelName | null;
  dialog: DialogName | null;
  /** Opens the panel, or closes it when it is open already. */
  togglePanel: (panel: PanelName) => void;
  /** Closes the panel and gives focus back to its button. */
  closePanel: () => void;
  openDialog: (dialog: DialogName) => void;
  closeDialog: () => void;
};

const Context = createContext<RoomUi | null>(null);

/** Which panel and which dialog this person has opened; nobody else sees it. */
export function RoomUiProvider({ children }: { children: ReactNode }) {
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [dialog, openDialog] = useState<DialogName | null>(null);
  const closeDialog = useCallback(() => openDialog(null), []);
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
    () => ({ panel, dialog, togglePanel, closePanel, openDialog, closeDialog }),
    [panel, dialog, togglePanel, closePanel, closeDialog],
  );
  return <Context.Provider value={ui}>{children}</Context.Provider>;
}

export function useRoomUi(): RoomUi {
  const ui = useContext(Context);
  if (!ui) throw new Error("no room surface around this component");
  return ui;
}

/** Where the panels are folded into „Mehr“, focus goes to the control bar. */
export function focusButtonOf(panel: PanelName): void {
  const own = document.querySelector<HTMLElement>(`[data-panel-button="${panel}"]`);
  const bar = document.querySelector<HTMLElement>('#room-controls button[tabindex="0"]');
  const target = own?.offsetParent ? own : bar;
  target?.focus();
}
