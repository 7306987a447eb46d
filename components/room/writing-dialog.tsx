"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { RoomDialog } from "@/components/room/room-dialog";
import type { QuestionProblem } from "@/components/room/use-question-act";
import { Button } from "@/components/ui/button";

type WritingDialogProps = {
  open: boolean;
  onClose: () => void;
  words: { title: string; label: string; send: string; hint?: string };
  text: string;
  most: number;
  /** Null once it is stored; until then the dialog stays open with what was written, and says why. */
  onSend: (text: string) => Promise<QuestionProblem | null>;
};

/** A few lines in a dialog: a question worded anew, or an answer. */
export function WritingDialog(props: WritingDialogProps) {
  return (
    <RoomDialog open={props.open} onClose={props.onClose} title={props.words.title}>
      {props.open ? <WritingForm {...props} /> : null}
    </RoomDialog>
  );
}

function WritingForm({ onClose, words, text: before, most, onSend }: WritingDialogProps) {
  const t = useTranslations("audience");
  const id = useId();
  const [text, setText] = useState(before);
  const [problem, setProblem] = useState<QuestionProblem | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const found = await onSend(text.trim());
    setProblem(found);
    if (found === null) onClose();
  };
  return (
    <form className="rm-writing" onSubmit={(event) => void send(event)}>
      <label htmlFor={id}>{words.label}</label>
      <textarea
        id={id}
        className="input"
        rows={5}
        maxLength={most}
        value={text}
        onChange={(change) => setText(change.target.value)}
      />
      {words.hint ? <p className="rm-hint">{words.hint}</p> : null}
      {problem ? (
        <p className="rm-problem" role="alert">
          {t(`reasons.${problem}`)}
        </p>
      ) : null}
      <div className="rm-actions">
        <Button type="submit" variant="primary">
          {words.send}
        </Button>
        <Button onClick={onClose}>{t("act.cancel")}</Button>
      </div>
    </form>
  );
}
