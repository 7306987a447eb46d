"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { latePanel } from "@/components/room/late-panel";
import { PeoplePanel } from "@/components/room/people-panel";
import { useRoomUi } from "@/components/room/room-ui-context";
import { TalkPanel } from "@/components/room/talk-panel";
import { usePanels } from "@/components/room/use-panels";

// Nobody waits for messages, questions, polls or notes while a room opens, and most rooms have none; groups and console are for hosts.
const BreakoutsPanel = latePanel(
  async () => (await import("@/components/room/breakouts-panel")).BreakoutsPanel,
);
const ChatPanel = latePanel(async () => (await import("@/components/room/chat/chat-panel")).ChatPanel);
const ConsolePanel = latePanel(async () => (await import("@/components/room/console-panel")).ConsolePanel);
const PollsPanel = latePanel(async () => (await import("@/components/room/polls/polls-panel")).PollsPanel);
const CaptionsPanel = latePanel(
  async () => (await import("@/components/room/captions/captions-panel")).CaptionsPanel,
);
const QuestionsPanel = latePanel(
  async () => (await import("@/components/room/questions-panel")).QuestionsPanel,
);
const NotesPanel = latePanel(async () => (await import("@/components/room/sheets/notes-panel")).NotesPanel);

const BODY = {
  talk: TalkPanel,
  people: PeoplePanel,
  chat: ChatPanel,
  polls: PollsPanel,
  questions: QuestionsPanel,
  notes: NotesPanel,
  captions: CaptionsPanel,
  breakouts: BreakoutsPanel,
  console: ConsolePanel,
} as const;

/** The one open panel: 360 px beside the stage, on phones a sheet above everything. Esc closes it. */
export function Panel() {
  const t = useTranslations("room");
  const { panel, closePanel } = useRoomUi();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (panel) close.current?.focus();
  }, [panel]);
  const panels = usePanels();
  // What belongs to a talk goes with it. Captions have their button among those of the media, and everybody has them.
  if (!panel || !(panel === "captions" || panels.includes(panel))) return null;
  const Body = BODY[panel];
  const name = t(`${panel}.title`);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    closePanel();
  };
  return (
    <section
      className={`rm-panel rm-panel--${panel}`}
      aria-label={name}
      onKeyDown={closeOnEscape}
      data-testid="panel"
    >
      <header>
        <h2>{name}</h2>
        <button
          ref={close}
          type="button"
          className="rm-icon-btn"
          aria-label={t("panel.close", { name })}
          onClick={closePanel}
        >
          <X className="icon" aria-hidden />
        </button>
      </header>
      <Body />
    </section>
  );
}
