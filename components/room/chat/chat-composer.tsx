"use client";

import { SendHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FormEvent, KeyboardEvent } from "react";
import { AddresseeSelect } from "@/components/room/chat/addressee-select";
import { useChatDraft } from "@/components/room/chat/draft-context";
import { MentionList } from "@/components/room/chat/mention-list";
import { CHAT_FIELD_ID } from "@/components/room/chat/message-menu";
import { useMentions } from "@/components/room/chat/use-mentions";
import { type Reach, useReach } from "@/components/room/chat/use-reach";
import { useSending } from "@/components/room/chat/use-sending";
import { useRights } from "@/realtime/hooks/use-place";

/** Writes one message; says who reads it, or why nothing can be written. */
export function ChatComposer() {
  const t = useTranslations("room.chat");
  const rights = useRights();
  const reach = useReach();
  if (!rights.chat) return <p className="rm-hint rm-panel__foot">{t("off")}</p>;
  const reachesNobody = !reach.room && !reach.hosts && reach.people.length === 0;
  if (reachesNobody) return <p className="rm-hint rm-panel__foot">{t("closed")}</p>;
  return <Composer reach={reach} />;
}

function Composer({ reach }: { reach: Reach }) {
  const t = useTranslations("room.chat");
  const { problem, send, to } = useSending(reach);
  const [draft, setDraft] = useChatDraft();
  const mentions = useMentions();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (mentions.pressed(event)) return;
    // While letters are still being put together, Enter ends that and nothing else.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form className="rm-panel__foot rm-composer" onSubmit={submit}>
      <p className="rm-hint">
        {typeof to === "object"
          ? t("readersOne", { name: to.name })
          : t(to === "hosts" ? "readersHosts" : "readers")}
      </p>
      {problem ? (
        <p className="rm-problem" role="alert">
          {t("failed")} {t(`reasons.${problem}`)}
        </p>
      ) : null}
      <ReplyNote />
      <AddresseeSelect reach={reach} value={to} />
      <MentionList mentions={mentions} />
      <div className="rm-composer__line">
        <textarea
          id={CHAT_FIELD_ID}
          className="input"
          rows={1}
          aria-label={t("label")}
          placeholder={t("placeholder")}
          value={draft.text}
          maxLength={1000}
          autoComplete="off"
          {...mentions.field}
          onKeyDown={pressed}
          onChange={({ target }) => {
            setDraft((before) => ({ ...before, text: target.value }));
            mentions.typed(target);
          }}
        />
        <button type="submit" className="rm-icon-btn" aria-label={t("send")}>
          <SendHorizontal className="icon" aria-hidden />
        </button>
      </div>
    </form>
  );
}

/** What is being answered, and the way out of that. */
function ReplyNote() {
  const t = useTranslations("room.chat");
  const [{ reply }, setDraft] = useChatDraft();
  if (!reply) return null;
  return (
    <p className="rm-reply">
      <span>{t("answering", { name: reply.name || t("erased") })}</span>
      <button
        type="button"
        className="rm-icon-btn"
        aria-label={t("answerNot")}
        onClick={() => setDraft((draft) => ({ ...draft, reply: null }))}
      >
        <X className="icon icon--sm" aria-hidden />
      </button>
    </p>
  );
}
