"use client";

import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useContext,
  useState,
} from "react";
import type { Named } from "@/components/room/chat/mentions";
import type { ChatMessage } from "@/realtime/chat-api";

/** Whom a message goes to: the room, the hosts, or one person. */
export type Addressee = "room" | "hosts" | Named;
export type Draft = {
  text: string;
  to: Addressee;
  reply: ChatMessage | null;
  picked: readonly Named[];
  /** Kept until the server has the message, so that trying again never posts twice. */
  clientKey: string;
  /** What has been sent with this key: other words are another message. */
  sent: string | null;
};

export const emptyDraft = (to: Addressee = "room"): Draft => ({
  ...{ text: "", to, reply: null, picked: [], clientKey: crypto.randomUUID(), sent: null },
});

const Context = createContext<[Draft, Dispatch<SetStateAction<Draft>>] | null>(null);

/** What was begun in the chat stays when the panel is closed, and from one room to the next. */
export function ChatDraftProvider({ children }: { children: ReactNode }) {
  return <Context.Provider value={useState(() => emptyDraft())}>{children}</Context.Provider>;
}

export function useChatDraft() {
  const own = useState(() => emptyDraft());
  return useContext(Context) ?? own;
}
