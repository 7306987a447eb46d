"use client";

import { EllipsisVertical } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ChatComposer } from "@/components/room/chat-composer";
import { ListLoading } from "@/components/room/loading-note";
import { useRoomEvent } from "@/components/room/room-event-context";
import { RoomMenu, RoomMenuItem } from "@/components/room/room-menu";
import { Avatar } from "@/components/ui/avatar";
import { localeOf } from "@/lib/i18n/locales";
import { formatClock, momentClock } from "@/lib/time/format";
import { useRights, useTarget } from "@/realtime/hooks/use-place";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";
import type { ChatMessage } from "@/realtime/room-api";

/** Messages of the present room, the newest at the foot; a line says who reads them and for how long. */
export function ChatPanel() {
  const t = useTranslations("room.chat");
  const room = useTarget()?.room.id;
  const all = useDocuments((documents) => documents.messages);
  const known = useDocuments((documents) => documents.known.has("chat"));
  const messages = all.filter((message) => message.roomId === room);
  const end = useRef<HTMLLIElement>(null);
  const newest = messages.at(-1)?.id;
  useEffect(() => {
    if (newest) end.current?.scrollIntoView({ block: "end" });
  }, [newest]);
  return (
    <>
      <div className="rm-panel__body rm-chat">
        {known ? null : <ListLoading />}
        {known && messages.length === 0 ? <p className="rm-hint">{t("empty")}</p> : null}
        <ol role="log" aria-label={t("title")} aria-live="off">
          {messages.map((message) => (
            <Message key={message.id} message={message} />
          ))}
          <li ref={end} aria-hidden="true" className="rm-chat__end" />
        </ol>
      </div>
      <ChatComposer />
    </>
  );
}

function Message({ message }: { message: ChatMessage }) {
  const t = useTranslations("room.chat");
  const locale = localeOf(useLocale());
  const { timeZone } = useRoomEvent();
  const { moderate } = useRights();
  const name = message.name || t("erased");
  const sent = { locale, zone: timeZone, at: new Date(message.at) };
  return (
    <li className="rm-message">
      <Avatar name={name} seed={message.admissionId} size="xs" />
      <p className="rm-message__by">
        <b>{name}</b>
        <time dateTime={message.at} title={momentClock(sent)}>
          {formatClock(sent)}
        </time>
        {message.scope === "hosts" ? <small>{t("hostsOnly")}</small> : null}
        {moderate && message.text !== "" ? <MessageMenu id={message.id} name={name} /> : null}
      </p>
      <p className="rm-message__text">{message.text || t("erasedText")}</p>
    </li>
  );
}

/** What hosts can do about a message. In a menu, because it can't be taken back. */
function MessageMenu({ id, name }: { id: string; name: string }) {
  const t = useTranslations("room.chat");
  const session = useSession();
  return (
    <RoomMenu
      label={t("actions", { name })}
      trigger={<EllipsisVertical className="icon icon--sm" aria-hidden />}
    >
      <RoomMenuItem danger onClick={() => void session.act("chat/hide", { messageId: id })}>
        {t("hide")}
      </RoomMenuItem>
    </RoomMenu>
  );
}
