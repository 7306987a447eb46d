"use client";

import { useEffect, useEffectEvent } from "react";
import { usePicks } from "@/components/room/picks-context";
import { type PanelName, useRoomUi } from "@/components/room/room-ui-context";
import { useMyHand } from "@/components/room/use-my-hand";
import { useViewChoice } from "@/components/room/view-choice-context";
import { useRights } from "@/realtime/hooks/use-place";
import { useSession } from "@/realtime/hooks/use-room-session";
import { type Focus, type Shortcut, shortcutOf } from "@/realtime/shortcuts";
import type { Layout } from "@/realtime/tiles";

const NEXT_LAYOUT: Record<Layout, Layout> = { auto: "grid", grid: "speaker", speaker: "auto", stage: "auto" };

/** Keyboard shortcuts of the room: chords work everywhere, Space only where nobody writes or presses. */
export function Shortcuts() {
  const { media } = useSession();
  const run = useRunners();
  const { letterKeys, pushToTalk } = useViewChoice();
  const act = useEffectEvent((shortcut: Shortcut) => run[shortcut]());
  const choice = useEffectEvent(() => ({ letterKeys, pushToTalk }));
  useEffect(() => {
    let talking = false;
    const down = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, focusOf(event.target), choice());
      if (!shortcut) return;
      event.preventDefault();
      if (event.repeat) return;
      const opened = act(shortcut);
      if (shortcut === "talk") talking = Boolean(opened);
    };
    const fallSilent = () => {
      if (talking) void media.setMic(false);
      talking = false;
    };
    const up = (event: KeyboardEvent) => event.code === "Space" && fallSilent();
    window.addEventListener("keydown", down);
    window.addEventListener("keyup", up);
    // Whoever goes to another window lets the key go there, where nobody hears of it.
    window.addEventListener("blur", fallSilent);
    return () => {
      window.removeEventListener("keydown", down);
      window.removeEventListener("keyup", up);
      window.removeEventListener("blur", fallSilent);
    };
  }, [media]);
  return null;
}

/** What each shortcut does; `talk` says whether the microphone was opened by it. */
function useRunners(): Record<Shortcut, () => unknown> {
  const { media } = useSession();
  const rights = useRights();
  const { togglePanel, openDialog } = useRoomUi();
  const { wish, chooseLayout } = usePicks();
  const { toggle } = useMyHand();
  const micOn = () => media.view.mic && media.view.micTrack !== null;
  const camOn = () => media.view.cam && media.view.camTrack !== null;
  const panel = (name: PanelName) => () => togglePanel(name);
  return {
    mic: () => rights.mic && media.setMic(!micOn()),
    cam: () => rights.cam && media.setCam(!camOn()),
    hand: () => rights.raiseHand && toggle(),
    chat: panel("chat"),
    people: panel("people"),
    layout: () => chooseLayout(NEXT_LAYOUT[wish.layout]),
    bar: focusBar,
    help: () => openDialog("keys"),
    talk: () => {
      const opens = rights.mic && !micOn() && media.view.micTrack !== null;
      if (opens) void media.setMic(true);
      return opens;
    },
  };
}

function focusBar(): void {
  document.querySelector<HTMLElement>('#room-controls button[tabindex="0"]')?.focus();
}

/** In a field letters are text, in a menu they search; on a button Space presses it. */
function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return "free";
  if (target.closest("input, textarea, select, [contenteditable], [role=menu], [role=dialog]"))
    return "writing";
  return target.closest("button, a") ? "pressing" : "free";
}
