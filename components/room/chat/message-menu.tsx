"use client";

import { EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChatDraft } from "@/components/room/chat/draft-context";
import { EditMessage } from "@/components/room/chat/edit-message";
import { actionsFor, type MessageAction } from "@/components/room/chat/message-actions";
import { useChatAct } from "@/components/room/chat/use-chat-act";
import { useReach } from "@/components/room/chat/use-reach";
import { RoomDialog } from "@/components/room/room-dialog";
import { RoomMenu, RoomMenuItem } from "@/components/room/room-menu";
import { Button } from "@/components/ui/button";
import type { ChatMessage } from "@/realtime/chat-api";
import { useMyId, useRights } from "@/realtime/hooks/use-place";
import { useServerNow } from "@/realtime/hooks/use-server-now";

export const CHAT_FIELD_ID = "chat-field";
const MINUTE_MS = 60_000;

/** What one can do about a message. In a menu, because some of it can't be taken back. */
export function MessageMenu({ message, name }: { message: ChatMessage; name: string }) {
  const t = useTranslations("room.chat");
  const act = useChatAct();
  const [open, setOpen] = useState<"edit" | "delete" | null>(null);
  const answer = useAnswer(message);
  const actions = useActions(message);
  const does: Record<MessageAction, () => unknown> = {
    reply: () => answer(false),
    reply_privately: () => answer(true),
    edit: () => setOpen("edit"),
    delete: () => setOpen("delete"),
    hide: () => act("chat/hide", { messageId: message.id }),
  };
  const close = () => setOpen(null);
  if (actions.length === 0) return null;
  return (
    <>
      <RoomMenu
        label={t("actions", { name })}
        trigger={<EllipsisVertical className="icon icon--sm" aria-hidden />}
      >
        {actions.map((action) => (
          <RoomMenuItem
            key={action}
            danger={action === "hide" || action === "delete"}
            onClick={() => void does[action]()}
          >
            {t(action)}
          </RoomMenuItem>
        ))}
      </RoomMenu>
      <EditMessage message={message} open={open === "edit"} onClose={close} />
      <RoomDialog open={open === "delete"} onClose={close} title={t("deleteAsk")}>
        <p>{t("deleteText")}</p>
        <div className="rm-actions">
          <Button
            variant="danger"
            onClick={() => {
              close();
              void act(`chat/${message.id}`, { action: "delete" });
            }}
          >
            {t("deleteYes")}
          </Button>
          <Button onClick={close}>{t("cancel")}</Button>
        </div>
      </RoomDialog>
    </>
  );
}

function useActions(message: ChatMessage): MessageAction[] {
  const me = useMyId();
  const now = useServerNow(MINUTE_MS);
  const { moderate, chat } = useRights();
  const { people } = useReach();
  const reachesAuthor = people.some(({ admissionId }) => admissionId === message.admissionId);
  return actionsFor(message, { me, moderate, chat: chat && me !== null, now, reachesAuthor });
}

/** Takes the message into what is being written, where it went or to its author alone. */
function useAnswer(message: ChatMessage): (privately: boolean) => void {
  const me = useMyId();
  const [, setDraft] = useChatDraft();
  return (privately) => {
    const author = { admissionId: message.admissionId, name: message.name };
    const isOwn = message.admissionId === me;
    const other = isOwn ? { admissionId: message.toId ?? "", name: message.toName ?? "" } : author;
    const inPlace = message.scope === "private" ? other : message.scope;
    setDraft((draft) => ({ ...draft, reply: message, to: privately ? author : inPlace }));
    // The menu gives focus back to its button; the answer is written after that.
    requestAnimationFrame(() => document.getElementById(CHAT_FIELD_ID)?.focus());
  };
}
