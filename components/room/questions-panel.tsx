"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ListLoading } from "@/components/room/loading-note";
import { QuestionComposer } from "@/components/room/question-composer";
import {
  grouped,
  type QuestionGroup,
  type QuestionOrder,
  questionGroups,
} from "@/components/room/question-groups";
import { QuestionItem } from "@/components/room/question-item";
import { QuestionSettings } from "@/components/room/question-settings";
import { QUESTIONS_ID } from "@/components/room/use-kept-focus";
import type { RoomQuestion } from "@/realtime/audience-api";
import { useRights } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";

/** What is settled is folded away. */
const FOLDED: ReadonlySet<QuestionGroup> = new Set(["answered", "dismissed", "merged"]);

/** The audience's questions by what becomes of them, open ones by votes or by time; hosts also set here how they are taken. */
export function QuestionsPanel() {
  const t = useTranslations("audience.panel");
  const { moderate } = useRights();
  const questions = useDocuments((documents) => documents.questions);
  const known = useDocuments((documents) => documents.known.has("questions"));
  const [order, setOrder] = useState<QuestionOrder>("votes");
  const groups = grouped(questions, order);
  return (
    <>
      <div id={QUESTIONS_ID} tabIndex={-1} className="rm-panel__body rm-questions">
        <div className="rm-row">
          <select
            className="input input--sm rm-grow"
            aria-label={t("sort")}
            value={order}
            onChange={(change) => setOrder(change.target.value === "time" ? "time" : "votes")}
          >
            <option value="votes">{t("byVotes")}</option>
            <option value="time">{t("byTime")}</option>
          </select>
          {moderate ? <QuestionSettings /> : null}
        </div>
        {known ? null : <ListLoading />}
        {known && questions.length === 0 ? <p className="rm-hint">{t("empty")}</p> : null}
        {questionGroups.map((name) => (
          <Group key={name} name={name} questions={groups[name]} />
        ))}
      </div>
      <QuestionComposer />
    </>
  );
}

function Group({ name, questions }: { name: QuestionGroup; questions: readonly RoomQuestion[] }) {
  const t = useTranslations("audience.panel");
  if (questions.length === 0) return null;
  const title = t(name, { count: questions.length });
  const list = (
    <ol>
      {questions.map((question) => (
        <QuestionItem key={question.id} question={question} />
      ))}
    </ol>
  );
  if (FOLDED.has(name))
    return (
      <details className="rm-questions__group">
        <summary>{title}</summary>
        {list}
      </details>
    );
  return (
    <section className={`rm-questions__group rm-questions__group--${name}`} aria-label={title}>
      <h3>{title}</h3>
      {list}
    </section>
  );
}
