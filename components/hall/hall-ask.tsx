"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { alike } from "@/components/room/question-groups";
import type { QuestionProblem } from "@/components/room/use-question-act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useSpeak } from "@/components/ui/live-regions";
import { TextArea } from "@/components/ui/text-area";
import type { HallQuestions } from "@/realtime/audience-api";

const MOST = 500;

type HallAskProps = { page: HallQuestions; send: (body: object) => Promise<QuestionProblem | null> };

/** Asks one question from the hall. A field that nobody sees is filled in by machines only. */
export function HallAsk({ page, send }: HallAskProps) {
  const t = useTranslations("audience");
  const speak = useSpeak();
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const [website, setWebsite] = useState("");
  const clientKey = useRef(crypto.randomUUID());
  const similar = alike(text, page.questions, 1)[0];
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const problem = await send({ text: text.trim(), name, website, clientKey: clientKey.current });
    if (problem) return;
    clientKey.current = crypto.randomUUID();
    setText("");
    speak(t(page.isModerated ? "ask.doneWaiting" : "ask.done"));
  };
  return (
    <form className="hall__ask" onSubmit={(event) => void ask(event)}>
      <TextArea
        name="question"
        label={t("ask.label")}
        rows={3}
        maxLength={MOST}
        required
        value={text}
        onChange={(change) => setText(change.target.value)}
      />
      {similar ? (
        <p className="rm-hint">
          {t("ask.similar")} „{similar.text}“
        </p>
      ) : null}
      <Field
        name="name"
        label={t("hall.name")}
        hint={t(page.allowsAnonymous ? "hall.nameHint" : "hall.nameNeeded")}
        autoComplete="off"
        maxLength={60}
        required={!page.allowsAnonymous}
        value={name}
        onChange={(change) => setName(change.target.value)}
      />
      <div className="hall__trap" aria-hidden="true">
        <label htmlFor="website">{t("hall.nobodyReads")}</label>
        <input
          id="website"
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={website}
          onChange={(change) => setWebsite(change.target.value)}
        />
      </div>
      <p className="rm-hint">
        {t("hall.readers")} {page.isModerated ? t("ask.moderated") : null}
      </p>
      <Button type="submit" variant="primary" block>
        {t("ask.send")}
      </Button>
    </form>
  );
}
