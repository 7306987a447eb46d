"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { HallAsk } from "@/components/hall/hall-ask";
import { grouped, questionGroups } from "@/components/room/question-groups";
import { shortOf } from "@/components/room/question-text";
import { QuestionWords } from "@/components/room/question-words";
import { problemOf, type QuestionProblem } from "@/components/room/use-question-act";
import { VoteButton } from "@/components/room/vote-button";
import { Button } from "@/components/ui/button";
import { LiveRegions } from "@/components/ui/live-regions";
import { homeZone } from "@/lib/i18n/locales";
import { hallQuestions, type RoomQuestion } from "@/realtime/audience-api";
import { post } from "@/realtime/client/http-control";
import { type Shown, useOpenPage } from "@/realtime/hooks/use-open-page";

/** The hall's page: ask, vote and take back, without signing in, for as long as the event is live. */
export function HallClient({ token, title }: { token: string; title: string }) {
  const t = useTranslations("audience.hall");
  const { page, shown, read, change } = useOpenPage({ kind: "hall", token, schema: hallQuestions });
  const [problem, setProblem] = useState<QuestionProblem | null>(null);
  const send = async (door: string, body: object) => {
    const found = problemOf(await post(`/api/hall/${token}/${door}`, body));
    setProblem(found);
    void read();
    return found;
  };
  const vote = (id: string, on: boolean) => {
    const voted = (one: RoomQuestion) => ({
      ...one,
      voted: on,
      votes: Math.max(0, one.votes + (on ? 1 : -1)),
    });
    change((before) =>
      before
        ? { ...before, questions: before.questions.map((one) => (one.id === id ? voted(one) : one)) }
        : before,
    );
    void send("votes", { questionId: id, on });
  };
  const said = saidOf(shown, page?.state);
  return (
    <LiveRegions label={t("page")}>
      <main className="hall__main">
        <h1>{t("heading")}</h1>
        <p className="rm-hint">{page?.title ?? title}</p>
        {said ? (
          <p className="rm-note" role="status">
            {t(said)}
          </p>
        ) : null}
        {problem ? <Problem problem={problem} /> : null}
        {page?.state === "live" && shown !== "gone" ? (
          <>
            {page.takes ? (
              <HallAsk page={page} send={(body) => send("questions", body)} />
            ) : (
              <p className="rm-note">{t("paused")}</p>
            )}
            <Questions
              questions={page.questions}
              takes={page.takes}
              onVote={vote}
              onWithdraw={(questionId) => void send("withdraw", { questionId })}
            />
          </>
        ) : null}
      </main>
    </LiveRegions>
  );
}

function saidOf(shown: Shown, state: "before" | "live" | "over" | undefined) {
  if (shown === "loading" || shown === "gone" || shown === "offline") return shown;
  return state === "before" || state === "over" ? state : null;
}

function Problem({ problem }: { problem: QuestionProblem }) {
  const t = useTranslations("audience.reasons");
  return (
    <p className="rm-problem" role="alert">
      {t(problem)}
    </p>
  );
}

type QuestionsProps = {
  questions: readonly RoomQuestion[];
  takes: boolean;
  onVote: (id: string, on: boolean) => void;
  onWithdraw: (id: string) => void;
};

function Questions({ questions, takes, onVote, onWithdraw }: QuestionsProps) {
  const t = useTranslations("audience");
  const groups = grouped(questions, "votes");
  if (questions.length === 0) return <p className="rm-hint">{t("panel.empty")}</p>;
  return questionGroups
    .filter((name) => groups[name].length > 0)
    .map((name) => (
      <section
        key={name}
        className={`rm-questions__group rm-questions__group--${name}`}
        aria-label={t(`panel.${name}`, { count: groups[name].length })}
      >
        <h2>{t(`panel.${name}`, { count: groups[name].length })}</h2>
        <ol>
          {groups[name].map((one) => (
            <li key={one.id} className="rm-question" data-testid="question" data-state={one.state}>
              <VoteButton question={one} disabled={!takes} onVote={(on) => onVote(one.id, on)} />
              <div className="rm-question__body">
                <QuestionWords question={one} zone={homeZone} />
              </div>
              {one.mine && one.state !== "answered" && one.state !== "dismissed" ? (
                <Button
                  size="xs"
                  aria-label={t("act.named", { action: t("act.withdraw"), text: shortOf(one) })}
                  onClick={() => onWithdraw(one.id)}
                >
                  {t("act.withdraw")}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      </section>
    ));
}
