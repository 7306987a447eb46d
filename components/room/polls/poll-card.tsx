"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { PollResult } from "@/components/polls/poll-result";
import { PollAnswer } from "@/components/room/polls/poll-answer";
import { focusButtonOf, useRoomUi } from "@/components/room/room-ui-context";
import type { RoomPoll } from "@/realtime/audience-api";
import { useRights, useTarget } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";

const keyOf = (poll: RoomPoll) => `${poll.id} ${poll.shared ? "result" : "answer"}`;

/**
 * Over the stage: the poll that is open, until it is answered or put off, and a result when it is shared. It takes no focus;
 * both are in the panel as well. Hosts, who see everything there, and talks of two are left in peace.
 */
export function PollCard() {
  const { panel } = useRoomUi();
  const { moderate } = useRights();
  const kind = useTarget()?.room.kind;
  const polls = useDocuments((documents) => documents.polls);
  const mayAnswer = useDocuments((documents) => documents.mayAnswer);
  const [gone, close] = useGone(polls);
  const shown = polls.filter((poll) => !gone.has(keyOf(poll)));
  const asked = shown.find(({ state, mine }) => state === "open" && mine === null);
  const told = shown.findLast(({ shared, result }) => shared && result !== null);
  if (panel === "polls" || kind === "talk" || moderate) return null;
  if (asked && mayAnswer) return <Asked key={asked.id} poll={asked} onClose={() => close(asked)} />;
  return told ? <Told key={told.id} poll={told} onClose={() => close(told)} /> : null;
}

const closedOnes = (polls: readonly RoomPoll[]): ReadonlySet<string> =>
  new Set(polls.filter(({ state }) => state === "closed").map(keyOf));

/** What was closed here, and what was shared before one came: whoever comes late is not shown old results. */
function useGone(polls: readonly RoomPoll[]) {
  const known = useDocuments((documents) => documents.known.has("polls"));
  const [gone, setGone] = useState(() => (known ? closedOnes(polls) : null));
  useEffect(() => {
    if (known && gone === null) setGone(closedOnes(polls));
  }, [known, gone, polls]);
  const close = (poll: RoomPoll) => setGone(new Set([...(gone ?? []), keyOf(poll)]));
  return [gone ?? new Set(polls.map(keyOf)), close] as const;
}

type CardProps = { poll: RoomPoll; onClose: () => void };

function Asked({ poll, onClose }: CardProps) {
  const t = useTranslations("polls");
  return (
    <Frame label={t("card")} title={poll.question} onClose={onClose}>
      <PollAnswer poll={poll} onLater={onClose} />
    </Frame>
  );
}

function Told({ poll, onClose }: CardProps) {
  const t = useTranslations("polls");
  return (
    <Frame label={t("cardResult")} title={poll.question} onClose={onClose}>
      {poll.result ? (
        <PollResult poll={poll} result={poll.result} correct={poll.correct} picks={poll.mine?.picks ?? []} />
      ) : null}
    </Frame>
  );
}

type FrameProps = { label: string; title: string; onClose: () => void; children: ReactNode };

function Frame({ label, title, onClose, children }: FrameProps) {
  const t = useTranslations("polls");
  const hasFocus = useRef(false);
  // Focus that goes with the card is given to the button behind which it can be found again.
  useEffect(
    () => () => {
      if (hasFocus.current && document.activeElement === document.body) focusButtonOf("polls");
    },
    [],
  );
  const noteBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget) hasFocus.current = false;
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section
      className="rm-pollcard"
      aria-label={label}
      onKeyDown={closeOnEscape}
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={noteBlur}
      data-testid="poll-card"
    >
      <header>
        <h2>{title}</h2>
        <button type="button" className="rm-icon-btn" aria-label={t("closeCard")} onClick={onClose}>
          <X className="icon" aria-hidden />
        </button>
      </header>
      {children}
    </section>
  );
}
