"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { type CaptionProblem, captionProblemOf } from "@/components/room/captions/caption-problem";
import { Button } from "@/components/ui/button";
import type { CaptionKind, CaptionLanguage } from "@/domain/interaction/schema/captions";
import { browserClock } from "@/realtime/client/browser-clock";
import { CaptionSender } from "@/realtime/client/captions/sender";
import { type TypingRun, typing } from "@/realtime/client/captions/typing";
import { useSession } from "@/realtime/hooks/use-room-session";

type Props = { kind: CaptionKind; language: CaptionLanguage | null };

/**
 * Begins to write what everybody sees at once. Not open from the start: whoever types here by mistake would be read letter by
 * letter.
 */
export function WritingField(props: Props) {
  const t = useTranslations("room.captions");
  const [open, setOpen] = useState(false);
  const name = t(props.kind === "captions" ? "writeCaptions" : "writeOwn");
  return (
    <section className="rm-writing" aria-label={name}>
      {open ? <Field {...props} name={name} /> : null}
      <Button size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
        {name}: {open ? t("end") : t("begin")}
      </Button>
    </section>
  );
}

function Field({ kind, language, name }: Props & { name: string }) {
  const t = useTranslations("room.captions");
  const id = useId();
  const { run, problem } = useTyping(kind);
  const field = useRef<HTMLTextAreaElement>(null);
  // Whoever pressed „Schreiben beginnen“ wants to write.
  useEffect(() => field.current?.focus(), []);
  const [text, setText] = useState("");
  return (
    <>
      <label htmlFor={id}>{name}</label>
      <p className="rm-hint" id={`${id}-hint`}>
        {t(kind === "captions" ? "writeCaptionsHint" : "writeOwnHint")}
      </p>
      {problem ? (
        <p className="rm-problem" role="alert">
          {t(`reasons.${problem}`)}
        </p>
      ) : null}
      <textarea
        ref={field}
        id={id}
        className="input"
        rows={3}
        lang={language ?? undefined}
        aria-describedby={`${id}-hint`}
        value={text}
        autoComplete="off"
        onChange={({ target }) => setText(run ? run.write(target.value) : target.value)}
      />
    </>
  );
}

/** One run of the provider as long as the field is open; what was begun is finished when it closes. */
function useTyping(kind: CaptionKind) {
  const { documents } = useSession();
  const [run, setRun] = useState<TypingRun | null>(null);
  const [problem, setProblem] = useState<CaptionProblem | null>(null);
  useEffect(() => {
    const sender = new CaptionSender(kind, {
      post: (body) => documents.send("captions", body, null),
      clock: browserClock,
      onRefused: (reason) => setProblem(captionProblemOf(reason)),
    });
    const started = typing.start(sender.say);
    setRun(started);
    return () => {
      started.stop();
      sender.end();
    };
  }, [kind, documents]);
  return { run, problem };
}
