"use client";

import { useLocale, useTranslations } from "next-intl";
import { ChatWords } from "@/components/room/chat/chat-words";
import { isCalledIn } from "@/components/room/chat/mentions";
import { MessageMenu } from "@/components/room/chat/message-menu";
import { useRoomEvent } from "@/components/room/room-event-context";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { withNames } from "@/domain/interaction/schema/chat";
import { localeOf } from "@/lib/i18n/locales";
import { formatClock, momentClock } from "@/lib/time/format";
import type { ChatMessage } from "@/realtime/chat-api";
import { useMyId } from "@/realtime/hooks/use-place";

/** One message: who, when, to whom, what it answers, and what the reader can do about it. */
export function ChatMessageItem({ message }: { message: ChatMessage }) {
  const t = useTranslations("room.chat");
  const locale = localeOf(useLocale());
  const { timeZone } = useRoomEvent();
  const me = useMyId();
  const name = message.name || t("erased");
  const sent = { locale, zone: timeZone, at: new Date(message.at) };
  const isCalled = isCalledIn(message.text, me);
  return (
    <li
      className={classNames("rm-message", isCalled && "rm-message--called")}
      data-testid="message"
      data-scope={message.scope}
    >
      <Avatar name={name} seed={message.admissionId} size="xs" />
      <p className="rm-message__by">
        <b>{name}</b>
        <time dateTime={message.at} title={momentClock(sent)}>
          {formatClock(sent)}
        </time>
        <Readers message={message} />
        {message.edited && message.text !== "" ? <small>{t("edited")}</small> : null}
        <MessageMenu message={message} name={name} />
      </p>
      <Quote message={message} />
      <p className="rm-message__text">
        {message.text === "" ? (
          t("erasedText")
        ) : (
          <ChatWords text={message.text} mentions={message.mentions} />
        )}
      </p>
    </li>
  );
}

/** Who else reads it, where that is not the whole room. */
function Readers({ message: { scope, toId, toName } }: { message: ChatMessage }) {
  const t = useTranslations("room.chat");
  const me = useMyId();
  if (scope === "room") return null;
  if (scope === "hosts") return <small>{t("hostsOnly")}</small>;
  return <small>{toId === me ? t("toMeAlone") : t("toOneAlone", { name: toName || t("erased") })}</small>;
}

function Quote({ message: { replyTo, mentions } }: { message: ChatMessage }) {
  const t = useTranslations("room.chat");
  if (!replyTo) return null;
  const nameOf = (id: string) => mentions.find((one) => one.admissionId === id)?.name || t("erased");
  return (
    <blockquote className="rm-quote">
      <span className="sr-only">{t("answerTo")} </span>
      <b>{replyTo.name || t("erased")}</b>{" "}
      {replyTo.text === "" ? t("erasedText") : withNames(replyTo.text, nameOf)}
    </blockquote>
  );
}
