"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ChatComposer } from "@/components/room/chat/chat-composer";
import { ChatMessageItem } from "@/components/room/chat/chat-message";
import { ChatSettingsButton } from "@/components/room/chat/chat-settings";
import { ListLoading } from "@/components/room/loading-note";
import { Button } from "@/components/ui/button";
import { useRights, useTarget } from "@/realtime/hooks/use-place";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";

/** Messages of the present room and those to this person alone, the newest at the foot. */
export function ChatPanel() {
  const t = useTranslations("room.chat");
  const room = useTarget()?.room.id;
  const { moderate } = useRights();
  const all = useDocuments((documents) => documents.messages);
  const known = useDocuments((documents) => documents.known.has("chat"));
  // What goes to hosts or to one person follows its people from room to room.
  const messages = all.filter(({ roomId, scope }) => scope !== "room" || roomId === room);
  const end = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.id;
  useEffect(() => {
    if (newest) end.current?.scrollIntoView({ block: "end" });
  }, [newest]);
  return (
    <>
      <div className="rm-panel__body rm-chat">
        {moderate ? <ChatSettingsButton /> : null}
        <Earlier />
        {known ? null : <ListLoading />}
        {known && messages.length === 0 ? <p className="rm-hint">{t("empty")}</p> : null}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever may not write has nothing else here to scroll by keyboard */}
        <div role="log" aria-label={t("title")} aria-live="off" tabIndex={0}>
          <ol>
            {messages.map((message) => (
              <ChatMessageItem key={message.id} message={message} />
            ))}
          </ol>
          <div ref={end} />
        </div>
      </div>
      <ChatComposer />
    </>
  );
}

function Earlier() {
  const t = useTranslations("room.chat");
  const { documents } = useSession();
  const earlier = useDocuments((lists) => lists.earlier);
  if (!earlier) return null;
  return (
    <Button size="sm" onClick={() => void documents.chat.readEarlier()}>
      {t("earlier")}
    </Button>
  );
}
