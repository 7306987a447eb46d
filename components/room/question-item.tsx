"use client";

import { useTranslations } from "next-intl";
import { HostActions } from "@/components/room/question-host-actions";
import { OwnActions } from "@/components/room/question-own-actions";
import { shortOf } from "@/components/room/question-text";
import { QuestionWords } from "@/components/room/question-words";
import { useRoomEvent } from "@/components/room/room-event-context";
import { useKeptFocus } from "@/components/room/use-kept-focus";
import { useQuestionAct } from "@/components/room/use-question-act";
import { VoteButton } from "@/components/room/vote-button";
import { Button } from "@/components/ui/button";
import type { RoomQuestion } from "@/realtime/audience-api";
import { useMyId, useRights } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";

/** One question with its votes, and what the reader can do about it. */
export function QuestionItem({ question }: { question: RoomQuestion }) {
  const t = useTranslations("audience");
  const { timeZone } = useRoomEvent();
  const { moderate, chat } = useRights();
  // Whoever only watches, and a console that is in no room, see the numbers.
  const mayVote = useMyId() !== null && (chat || moderate);
  const { act, vote, problem } = useQuestionAct(question.id);
  const target = useDocuments(({ questions }) =>
    question.mergedIntoId === null ? undefined : questions.find(({ id }) => id === question.mergedIntoId),
  );
  return (
    <li
      ref={useKeptFocus(question.id)}
      className="rm-question"
      data-testid="question"
      data-state={question.state}
    >
      <VoteButton question={question} disabled={!mayVote} onVote={(on) => void vote(on)} />
      <div className="rm-question__body">
        <QuestionWords question={question} zone={timeZone} />
        {target ? <p className="rm-hint">{t("question.countsAs", { text: shortOf(target) })}</p> : null}
        {moderate && question.hallVotes > 0 ? (
          <p className="rm-hint">{t("question.hallVotes", { count: question.hallVotes })}</p>
        ) : null}
        {moderate ? <Merged question={question} /> : null}
        {problem ? (
          <p className="rm-problem" role="alert">
            {t(`reasons.${problem}`)}
          </p>
        ) : null}
        {moderate && question.mergedIntoId === null ? <HostActions question={question} act={act} /> : null}
      </div>
      {question.mine ? <OwnActions question={question} act={act} /> : null}
    </li>
  );
}

/** For hosts: what was merged into it, each to be taken out again. */
function Merged({ question }: { question: RoomQuestion }) {
  const t = useTranslations("audience");
  const { merged } = question;
  if (merged.length === 0) return null;
  return (
    <details className="rm-question__merged">
      <summary>{t("question.merged", { count: merged.length })}</summary>
      <ul>
        {merged.map((one) => (
          <MergedOne key={one.id} one={one} />
        ))}
      </ul>
    </details>
  );
}

function MergedOne({ one }: { one: RoomQuestion["merged"][number] }) {
  const t = useTranslations("audience");
  const { act } = useQuestionAct(one.id);
  return (
    <li>
      <span>
        {one.text || t("question.erasedText")} <small>({one.name ?? t("question.noName")})</small>
      </span>
      <Button
        size="xs"
        aria-label={t("act.named", { action: t("act.split"), text: shortOf(one) })}
        onClick={() => void act("split")}
      >
        {t("act.split")}
      </Button>
    </li>
  );
}
