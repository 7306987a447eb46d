"use client";

import { SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useRights, useTarget } from "@/realtime/hooks/use-place";
import { useSession } from "@/realtime/hooks/use-room-session";

type Scope = "room" | "hosts";

/** Writes one message. The key is kept until the server has it, so that trying again never posts twice. */
export function ChatComposer() {
  const t = useTranslations("room.chat");
  const session = useSession();
  const roomId = useTarget()?.room.id;
  const rights = useRights();
  const [text, setText] = useState("");
  const [scope, setScope] = useState<Scope>("room");
  const [failed, setFailed] = useState(false);
  const clientKey = useRef(crypto.randomUUID());
  if (!rights.chat) return <p className="rm-hint rm-panel__foot">{t("off")}</p>;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "" || !roomId) return;
    const reply = await session.act("chat", {
      roomId,
      scope,
      text: text.trim(),
      clientKey: clientKey.current,
    });
    setFailed(!reply.ok);
    if (!reply.ok) return;
    clientKey.current = crypto.randomUUID();
    setText("");
  };
  return (
    <form className="rm-panel__foot rm-composer" onSubmit={(event) => void send(event)}>
      <p className="rm-hint">{scope === "hosts" ? t("readersHosts") : t("readers")}</p>
      {failed ? (
        <p className="rm-problem" role="alert">
          {t("failed")}
        </p>
      ) : null}
      <select
        className="input input--sm"
        aria-label={t("scope")}
        value={scope}
        onChange={(change) => setScope(change.target.value === "hosts" ? "hosts" : "room")}
      >
        <option value="room">{t("toAll")}</option>
        <option value="hosts">{t("toHosts")}</option>
      </select>
      <div className="rm-composer__line">
        <input
          className="input"
          aria-label={t("label")}
          placeholder={t("placeholder")}
          value={text}
          maxLength={1000}
          autoComplete="off"
          onChange={(change) => setText(change.target.value)}
        />
        <button type="submit" className="rm-icon-btn" aria-label={t("send")}>
          <SendHorizontal className="icon" aria-hidden />
        </button>
      </div>
    </form>
  );
}
