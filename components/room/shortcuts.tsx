"use client";

import { useEffect } from "react";
import { type PanelName, useRoomUi } from "@/components/room/room-ui-context";
import { useMyHand } from "@/components/room/use-my-hand";
import { useRights } from "@/realtime/hooks/use-place";
import { useSession } from "@/realtime/hooks/use-room-session";
import { type Shortcut, shortcutOf } from "@/realtime/shortcuts";
import type { Layout } from "@/realtime/tiles";

const NEXT_LAYOUT: Record<Layout, Layout> = { auto: "grid", grid: "speaker", speaker: "auto", stage: "auto" };

/** Keyboard shortcuts of the room: chords work everywhere, Space only where nobody writes or presses. */
export function Shortcuts() {
  const session = useSession();
  const rights = useRights();
  const { layout, setLayout, togglePanel } = useRoomUi();
  const { toggle } = useMyHand();
  useEffect(() => {
    const { media } = session;
    const micOn = () => media.view.mic && media.view.micTrack !== null;
    const camOn = () => media.view.cam && media.view.camTrack !== null;
    const panel = (name: PanelName) => () => togglePanel(name);
    const run: Record<Shortcut, () => unknown> = {
      mic: () => rights.mic && media.setMic(!micOn()),
      cam: () => rights.cam && media.setCam(!camOn()),
      hand: () => rights.raiseHand && toggle(),
      chat: panel("chat"),
      people: panel("people"),
      layout: () => setLayout(NEXT_LAYOUT[layout]),
      bar: focusBar,
      talk: () => rights.mic && !micOn() && media.view.micTrack && media.setMic(true),
    };
    let talking = false;
    const down = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, isBusy(event.target));
      if (!shortcut) return;
      event.preventDefault();
      if (event.repeat) return;
      if (shortcut === "talk") talking = rights.mic && !micOn();
      void run[shortcut]();
    };
    const up = (event: KeyboardEvent) => {
      if (event.code !== "Space" || !talking) return;
      talking = false;
      void media.setMic(false);
    };
    window.addEventListener("keydown", down);
    window.addEventListener("keyup", up);
    return () => {
      window.removeEventListener("keydown", down);
      window.removeEventListener("keyup", up);
    };
  }, [session, rights, layout, setLayout, togglePanel, toggle]);
  return null;
}

function focusBar(): void {
  document.querySelector<HTMLElement>('#room-controls button[tabindex="0"]')?.focus();
}

/** In a field letters are text; on a button Space presses it. */
const isBusy = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest("input, textarea, select, button, a, [contenteditable], [role=menu], [role=dialog]") !==
    null;
