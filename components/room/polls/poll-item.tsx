"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { PollResult } from "@/components/polls/poll-result";
import { keepFocus, pollElementId } from "@/components/room/polls/keep-focus";
import { PollAnswer } from "@/components/room/polls/poll-answer";
import { PollEditor } from "@/components/room/polls/poll-editor";
import { usePollFailure } from "@/components/room/polls/poll-failure";
import { Button } from "@/components/ui/button";
import { answersOf } from "@/domain/interaction/rules/polls";
import type { RoomPoll } from "@/realtime/audience-api";
import { useRights } from "@/realtime/hooks/use-place";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";

/** One poll in the list: its question, one's own answer, its result, and what hosts do with it. */
export function PollItem({ poll }: { poll: RoomPoll }) {
  const t = useTranslations("polls");
  const { moderate } = useRights();
  const mayAnswer = useDocuments((documents) => documents.mayAnswer);
  const heading = useId();
  const [editing, setEditing] = useState(false);
  if (editing && poll.state === "draft") return <PollEditor poll={poll} onDone={() => setEditing(false)} />;
  const isOpen = poll.state === "open";
  const own = poll.mine && !isOpen ? answersOf(poll, poll.mine).join(", ") : "";
  return (
    <article
      id={pollElementId(poll.id)}
      tabIndex={-1}
      className="rm-poll"
      aria-labelledby={heading}
      data-testid="poll"
    >
      <p className="rm-poll__head">
        <span className={isOpen ? "rm-chip rm-chip--info" : "rm-chip"}>{t(`states.${poll.state}`)}</span>
        <span className="rm-hint">{t(`kinds.${poll.kind}`)}</span>
        {poll.shared ? <span className="rm-chip">{t("shared")}</span> : null}
      </p>
      <h3 id={heading}>{poll.question}</h3>
      {poll.state === "draft" && poll.options.length > 0 ? (
        <p className="rm-hint">{poll.options.join(" · ")}</p>
      ) : null}
      {isOpen && mayAnswer ? <PollAnswer poll={poll} /> : null}
      {isOpen && !mayAnswer && !moderate ? <p className="rm-hint">{t("mayNot")}</p> : null}
      {own ? <p className="rm-hint">{t("yourAnswer", { answer: own })}</p> : null}
      <Result poll={poll} />
      {moderate ? <HostActions poll={poll} onEdit={() => setEditing(true)} /> : null}
    </article>
  );
}

function Result({ poll }: { poll: RoomPoll }) {
  const t = useTranslations("polls");
  const { documents } = useSession();
  const { moderate } = useRights();
  if (!poll.result) return poll.state === "closed" ? <p className="rm-hint">{t("notShared")}</p> : null;
  const hide = (word: string, hidden: boolean) =>
    void documents.send(`polls/${poll.id}`, { action: hidden ? "hide_word" : "show_word", word }, "polls");
  return (
    <PollResult
      poll={poll}
      result={poll.result}
      correct={poll.correct}
      picks={poll.mine?.picks ?? []}
      {...(moderate ? { onHide: hide } : {})}
    />
  );
}

function HostActions({ poll, onEdit }: { poll: RoomPoll; onEdit: () => void }) {
  const t = useTranslations("polls");
  const { documents } = useSession();
  const failure = usePollFailure();
  const { question, state, shared } = poll;
  const act = async (action: string) => {
    failure.of(await documents.send(`polls/${poll.id}`, { action }, "polls"));
    keepFocus(poll.id);
  };
  return (
    <>
      {state === "draft" ? (
        <div className="rm-actions">
          <Button
            size="sm"
            variant="primary"
            aria-label={t("launchName", { question })}
            onClick={() => void act("launch")}
          >
            {t("launch")}
          </Button>
          <Button size="sm" aria-label={t("editName", { question })} onClick={onEdit}>
            {t("edit")}
          </Button>
          <Button
            size="sm"
            variant="danger-quiet"
            aria-label={t("removeName", { question })}
            onClick={() => void act("remove")}
          >
            {t("remove")}
          </Button>
        </div>
      ) : (
        <>
          <div className="rm-actions">
            {state === "open" ? (
              <Button size="sm" variant="primary" onClick={() => void act("close")}>
                {t("close")}
              </Button>
            ) : null}
            <Button size="sm" aria-pressed={shared} onClick={() => void act(shared ? "unshare" : "share")}>
              {shared ? t("unshare") : t(state === "open" ? "shareLive" : "share")}
            </Button>
          </div>
          <p className="rm-hint">{t(shared ? "sharedHint" : "privateHint")}</p>
        </>
      )}
      {failure.note}
    </>
  );
}
