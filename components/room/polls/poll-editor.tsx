"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { keepFocus } from "@/components/room/polls/keep-focus";
import { usePollFailure } from "@/components/room/polls/poll-failure";
import { Button } from "@/components/ui/button";
import { linesOfPoll, type PollKind, pollKind, pollKinds } from "@/domain/interaction/schema/polls";
import type { RoomPoll } from "@/realtime/audience-api";
import { useSession } from "@/realtime/hooks/use-room-session";

/** Prepares a poll, or changes a draft: the kind, the question, and one answer a line. */
export function PollEditor({ poll, onDone }: { poll?: RoomPoll; onDone: () => void }) {
  const t = useTranslations("polls");
  const { documents } = useSession();
  const failure = usePollFailure();
  const hint = useId();
  const [kind, setKind] = useState<PollKind>(poll?.kind ?? "single");
  const [question, setQuestion] = useState(poll?.question ?? "");
  const [answers, setAnswers] = useState(
    poll ? linesOfPoll({ options: poll.options, correct: poll.correct ?? [] }) : "",
  );
  const done = () => {
    onDone();
    keepFocus(poll?.id);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const said = { kind, question, answers, ...(poll ? { pollId: poll.id } : {}) };
    if (failure.of(await documents.send("polls", said, "polls")) === null) done();
  };
  return (
    <form className="rm-polleditor" onSubmit={(event) => void save(event)}>
      <label>
        {t("kind")}
        <select
          className="input input--sm"
          value={kind}
          onChange={(change) => setKind(pollKind.catch("single").parse(change.target.value))}
        >
          {pollKinds.map((one) => (
            <option key={one} value={one}>
              {t(`kinds.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("question")}
        <input
          className="input"
          value={question}
          maxLength={300}
          required
          onChange={(change) => setQuestion(change.target.value)}
        />
      </label>
      {kind === "words" ? null : (
        <label>
          {t("answers")}
          <textarea
            className="input"
            rows={4}
            value={answers}
            aria-describedby={hint}
            onChange={(change) => setAnswers(change.target.value)}
          />
        </label>
      )}
      <p className="rm-hint" id={hint}>
        {t("answersHint")}
      </p>
      {failure.note}
      <div className="rm-actions">
        <Button type="submit" size="sm" variant="primary">
          {t("save")}
        </Button>
        <Button size="sm" onClick={done}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
