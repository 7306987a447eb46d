"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type PanelName, useRoomUi } from "@/components/room/room-ui-context";
import { useUnreadQuestions } from "@/components/room/use-unread-questions";
import { useMyId, useRights } from "@/realtime/hooks/use-place";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";

type Unread = Record<PanelName, number>;
const NONE: Unread = {
  ...{ talk: 0, people: 0, chat: 0, questions: 0, polls: 0 },
  ...{ notes: 0, captions: 0, breakouts: 0, console: 0 },
};
const Context = createContext<Unread>(NONE);

/** New messages and questions since they were last open; a poll that waits for an answer; for hosts also waiting hands and calls for help. */
export function UnreadProvider({ children }: { children: ReactNode }) {
  const session = useSession();
  const { panel } = useRoomUi();
  const me = useMyId();
  const { moderate } = useRights();
  const messages = useDocuments((documents) => documents.messages);
  const hands = useDocuments((documents) => documents.hands);
  const rounds = useDocuments((documents) => documents.rounds);
  const asked = useDocuments(({ polls, mayAnswer }) =>
    mayAnswer && !moderate ? polls.filter(({ state, mine }) => state === "open" && mine === null).length : 0,
  );
  // Whoever comes in late has not missed anything: counting starts on arrival.
  const [seenAt, setSeenAt] = useState("");
  useEffect(() => setSeenAt(new Date(session.serverNow()).toISOString()), [session]);
  const newest = messages.at(-1)?.at;
  const reading = panel === "chat";
  useEffect(() => {
    if (reading && newest) setSeenAt(newest);
  }, [reading, newest]);
  const questions = useUnreadQuestions(panel === "questions");
  const unread = useMemo(() => {
    const isFresh = ({ at, admissionId, text }: (typeof messages)[number]) =>
      at > seenAt && admissionId !== me && text !== "";
    const fresh = messages.filter(isFresh).length;
    const calls = rounds
      .filter((round) => round.state === "open")
      .flatMap((round) => round.rooms.flatMap((room) => room.people))
      .filter((person) => person.helpAskedAt && !person.helpOnTheWay).length;
    return {
      ...NONE,
      chat: reading ? 0 : fresh,
      questions,
      people: moderate ? hands.filter((hand) => hand.state === "raised").length : 0,
      polls: asked,
      breakouts: moderate ? calls : 0,
    };
  }, [messages, hands, rounds, asked, questions, seenAt, reading, moderate, me]);
  return <Context.Provider value={unread}>{children}</Context.Provider>;
}

export const useUnread = (): Unread => useContext(Context);
