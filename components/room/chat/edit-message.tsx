"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { withIds } from "@/components/room/chat/mentions";
import { type ChatProblem, useChatAct } from "@/components/room/chat/use-chat-act";
import { RoomDialog } from "@/components/room/room-dialog";
import { Button } from "@/components/ui/button";
import { withNames } from "@/domain/interaction/schema/chat";
import type { ChatMessage } from "@/realtime/chat-api";

type Props = { message: ChatMessage; open: boolean; onClose: () => void };

/** Words one's own message anew. */
export function EditMessage(props: Props) {
  const t = useTranslations("room.chat");
  return (
    <RoomDialog open={props.open} onClose={props.onClose} title={t("editTitle")}>
      {props.open ? <EditForm {...props} /> : null}
    </RoomDialog>
  );
}

function EditForm({ message, onClose }: Props) {
  const t = useTranslations("room.chat");
  const act = useChatAct();
  const id = useId();
  const known = message.mentions.filter(({ name }) => name !== "");
  const nameOf = (asked: string) => known.find(({ admissionId }) => admissionId === asked)?.name;
  const [text, setText] = useState(withNames(message.text, (asked) => nameOf(asked) ?? t("erased")));
  const [problem, setProblem] = useState<ChatProblem | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const body = { action: "edit", text: withIds(text.trim(), known) };
    const found = await act(`chat/${message.id}`, body);
    setProblem(found);
    if (found === null) onClose();
  };
  return (
    <form className="rm-writing" onSubmit={(event) => void save(event)}>
      <label htmlFor={id}>{t("label")}</label>
      <textarea
        id={id}
        className="input"
        rows={4}
        maxLength={1000}
        value={text}
        onChange={(change) => setText(change.target.value)}
      />
      {problem ? (
        <p className="rm-problem" role="alert">
          {t(`reasons.${problem}`)}
        </p>
      ) : null}
      <div className="rm-actions">
        <Button type="submit" variant="primary">
          {t("save")}
        </Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
