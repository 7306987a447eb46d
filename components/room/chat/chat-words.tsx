"use client";

import { useTranslations } from "next-intl";
import { chatParts } from "@/domain/interaction/rules/chat-text";
import type { ChatMessage } from "@/realtime/chat-api";
import { useMyId } from "@/realtime/hooks/use-place";

/**
 * The words of a message, with links that open beside the room and tell the other side nothing of it. No preview is fetched:
 * nobody else hears that somebody reads here.
 */
export function ChatWords({ text, mentions }: Pick<ChatMessage, "text" | "mentions">) {
  const t = useTranslations("room.chat");
  const me = useMyId();
  const nameOf = (id: string) => mentions.find(({ admissionId }) => admissionId === id)?.name;
  return chatParts(text).map((part, index) => {
    // A message never changes the order of its parts: what is worded anew is drawn anew.
    const key = `${index} ${part.kind}`;
    if (part.kind === "text") return <span key={key}>{part.text}</span>;
    if (part.kind === "mention")
      return (
        <b key={key} className={part.id === me ? "rm-mention rm-mention--me" : "rm-mention"}>
          @{nameOf(part.id) || t("erased")}
        </b>
      );
    return (
      <a
        key={key}
        href={part.href}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        referrerPolicy="no-referrer"
        title={t("linkTo", { host: part.host })}
      >
        {part.text}
      </a>
    );
  });
}
