"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { refusalOf } from "@/realtime/client/ports";
import { useSession } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

type RoundControlsProps = { round: RoundView; onFailure: (reason: string | null) => void };

/** What can be done with a round: a draft is opened, an open one extended, addressed or called back. */
export function RoundControls({ round, onFailure }: RoundControlsProps) {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  const act = async (action: string, more: object = {}) => {
    const reply = await session.act(`rounds/${round.id}`, { action, ...more });
    onFailure(refusalOf(reply));
    return reply.ok;
  };
  if (round.state === "draft") {
    return (
      <div className="rm-actions">
        <Button variant="primary" onClick={() => void act("open")}>
          {t("open")}
        </Button>
        <Button onClick={() => void act("redistribute")}>{t("redistribute")}</Button>
        <Button variant="quiet" onClick={() => void act("cancel")}>
          {t("discard")}
        </Button>
      </div>
    );
  }
  if (round.rule === "own_choice" && round.state === "announced") {
    return (
      <div className="rm-actions">
        <Button onClick={() => void act("open")}>{t("openEarly")}</Button>
      </div>
    );
  }
  return (
    <>
      <div className="rm-actions">
        <Button variant="primary" onClick={() => void act("recall", { seconds: 60 })}>
          {t("recall")}
        </Button>
        <Button onClick={() => void act("extend", { seconds: 300 })}>{t("extend")}</Button>
      </div>
      <MessageForm onSend={(text) => act("message", { text })} />
    </>
  );
}

function MessageForm({ onSend }: { onSend: (text: string) => Promise<boolean> }) {
  const t = useTranslations("room.breakouts");
  const [text, setText] = useState("");
  const [sent, setSent] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const done = await onSend(text.trim());
    setSent(done);
    if (done) setText("");
  };
  return (
    <form className="rm-composer__line" onSubmit={(event) => void submit(event)}>
      <input
        className="input"
        aria-label={t("messageLabel")}
        placeholder={t("messageAll")}
        value={text}
        maxLength={300}
        onChange={(change) => setText(change.target.value)}
      />
      <Button type="submit">{t("messageSend")}</Button>
      <span className="sr-only" role="status">
        {sent ? t("messageSent") : ""}
      </span>
    </form>
  );
}
