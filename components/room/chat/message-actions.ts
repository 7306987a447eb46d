import { EDIT_MS } from "@/domain/interaction/rules/chat";
import type { ChatMessage } from "@/realtime/chat-api";

export type MessageAction = "reply" | "reply_privately" | "edit" | "delete" | "hide";
type Reader = {
  me: string | null;
  moderate: boolean;
  chat: boolean;
  now: number;
  /** The author may be written to alone. */
  reachesAuthor: boolean;
};

/** What this reader can do about a message; nothing about words that are gone. */
export function actionsFor(message: ChatMessage, reader: Reader): MessageAction[] {
  if (message.text === "") return [];
  const isOwn = message.admissionId === reader.me;
  const isFresh = reader.now - Date.parse(message.at) <= EDIT_MS;
  const asked: Record<MessageAction, boolean> = {
    reply: reader.chat,
    reply_privately: reader.chat && reader.reachesAuthor && message.scope !== "private" && !isOwn,
    edit: isOwn && isFresh && reader.chat,
    delete: isOwn,
    hide: reader.moderate && !isOwn,
  };
  return (["reply", "reply_privately", "edit", "delete", "hide"] as const).filter((one) => asked[one]);
}
