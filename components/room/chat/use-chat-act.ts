"use client";

import { useCallback } from "react";
import { type Reply, refusalOf } from "@/realtime/client/ports";
import { useSession } from "@/realtime/hooks/use-room-session";

const REASONS = [
  ...(["too_fast", "frozen", "no_chat", "not_in_room", "chat_closed", "not_reachable"] as const),
  ...(["not_answerable", "too_old", "gone", "rate_limited", "offline"] as const),
] as const;
export type ChatProblem = (typeof REASONS)[number] | "other";

/** Why a message did not go or change, as a key of the catalog; nothing when it did. */
export function chatProblemOf(reply: Reply<unknown>): ChatProblem | null {
  const reason = refusalOf(reply);
  return reason === null ? null : (REASONS.find((known) => known === reason) ?? "other");
}

/** Writes something about the chat, and reads what became of it: its end after a new message, all of it after a change. */
export function useChatAct() {
  const { documents } = useSession();
  return useCallback(
    async (path: string, body: object): Promise<ChatProblem | null> => {
      if (path !== "chat") documents.chat.markStale();
      return chatProblemOf(await documents.send(path, body, "chat"));
    },
    [documents],
  );
}
