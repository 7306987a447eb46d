"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { alike } from "@/components/room/question-groups";
import { problemOf, type QuestionProblem, useQuestionAct } from "@/components/room/use-question-act";
import { VoteButton } from "@/components/room/vote-button";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { classNames } from "@/components/ui/class-names";
import { useSpeak } from "@/components/ui/live-regions";
import type { RoomQuestion } from "@/realtime/audience-api";
import { useMyId, useRights } from "@/realtime/hooks/use-place";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";

const MOST = 500;
/** From here on it is said how much room is left. */
const SOON_FULL = 100;

/** Asks one question, on wish without a name. The key is kept until the server has it, so that trying again asks once. */
export function QuestionComposer() {
  const t = useTranslations("audience");
  const rights = useRights();
  const me = useMyId();
  const asking = useDocuments((documents) => documents.asking);
  if (!asking || (me === null && rights.moderate)) return null;
  if (!rights.chat) return <p className="rm-hint rm-panel__foot">{t("ask.off")}</p>;
  if (!asking.settings.isOpen) return <p className="rm-hint rm-panel__foot">{t("panel.closed")}</p>;
  return <Composer settings={asking.settings} />;
}

type Settings = { isModerated: boolean; allowsAnonymous: boolean };

function Composer({ settings }: { settings: Settings }) {
  const t = useTranslations("audience");
  const field = useId();
  const { text, setText, anonymous, setAnonymous, problem, send } = useAsking(settings);
  const { moderate } = useRights();
  // One line until somebody begins: the questions of others are what most people come to read.
  const [begun, setBegun] = useState(false);
  const left = MOST - text.length;
  return (
    <form
      className={classNames("rm-panel__foot rm-composer rm-ask", begun && "rm-ask--begun")}
      onSubmit={(event) => void send(event)}
    >
      <p className="rm-hint rm-ask__more">
        {t("ask.readers")} {settings.isModerated && !moderate ? t("ask.moderated") : null}
      </p>
      {problem ? (
        <p className="rm-problem" role="alert">
          {t(`reasons.${problem}`)}
        </p>
      ) : null}
      <AskedAlready text={text} />
      <label className="sr-only" htmlFor={field}>
        {t("ask.label")}
      </label>
      <textarea
        id={field}
        className="input"
        rows={2}
        placeholder={t("ask.placeholder")}
        value={text}
        maxLength={MOST}
        onFocus={() => setBegun(true)}
        onChange={(change) => setText(change.target.value)}
      />
      {left < SOON_FULL ? <p className="rm-hint">{t("ask.left", { count: left })}</p> : null}
      <div className="rm-ask__more">
        {settings.allowsAnonymous ? (
          <Check
            label={t("ask.anonymous")}
            hint={anonymous ? t("ask.anonymousHint") : undefined}
            checked={anonymous}
            onChange={(change) => setAnonymous(change.target.checked)}
          />
        ) : null}
        <Button type="submit" variant="primary" block>
          {t("ask.send")}
        </Button>
      </div>
    </form>
  );
}

function useAsking({ isModerated, allowsAnonymous }: Settings) {
  const t = useTranslations("audience");
  const session = useSession();
  const speak = useSpeak();
  const { moderate } = useRights();
  const [text, setText] = useState("");
  const [wish, setAnonymous] = useState(false);
  const [problem, setProblem] = useState<QuestionProblem | null>(null);
  const clientKey = useRef(crypto.randomUUID());
  const anonymous = wish && allowsAnonymous;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const asked = { text: text.trim(), anonymous, clientKey: clientKey.current };
    const found = problemOf(await session.act("questions", asked));
    setProblem(found);
    if (found) return;
    clientKey.current = crypto.randomUUID();
    setText("");
    speak(t(isModerated && !moderate ? "ask.doneWaiting" : "ask.done"));
  };
  return { text, setText, anonymous, setAnonymous, problem, send };
}

/** Before somebody asks what was asked already: a vote helps that question more. */
function AskedAlready({ text }: { text: string }) {
  const t = useTranslations("audience.ask");
  const questions = useDocuments((documents) => documents.questions);
  const found = alike(text, questions);
  if (found.length === 0) return null;
  return (
    <section className="rm-alike" aria-label={t("similar")}>
      <p className="rm-hint">{t("similar")}</p>
      <ul>
        {found.map((one) => (
          <Alike key={one.id} question={one} />
        ))}
      </ul>
    </section>
  );
}

function Alike({ question }: { question: RoomQuestion }) {
  const { vote } = useQuestionAct(question.id);
  return (
    <li>
      <VoteButton question={question} onVote={(on) => void vote(on)} />
      <span>{question.text}</span>
    </li>
  );
}
