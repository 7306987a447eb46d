"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";

type MessageFormProps = {
  onSend: (text: string) => Promise<boolean>;
  /** What the field is called where it is not for the rooms of a round. */
  label?: string;
};

/** One line to all rooms of a round, or to everybody. */
export function MessageForm({ onSend, label }: MessageFormProps) {
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
        aria-label={label ?? t("messageLabel")}
        placeholder={label ?? t("messageAll")}
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
