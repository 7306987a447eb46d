"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { QuestionWords } from "@/components/room/question-words";
import { useRoomEvent } from "@/components/room/room-event-context";
import { useQuestionAct } from "@/components/room/use-question-act";
import { VoteButton } from "@/components/room/vote-button";
import type { RoomQuestion } from "@/realtime/audience-api";
import { useRights, useTarget } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";

/** The question that stands on everybody's stage, in the plenary and backstage. */
export function PinnedQuestion() {
  const kind = useTarget()?.room.kind;
  const pinned = useDocuments(({ questions }) => questions.find((one) => one.pinned));
  if (!pinned || kind === "talk" || kind === "breakout") return null;
  return <Pinned question={pinned} />;
}

function Pinned({ question }: { question: RoomQuestion }) {
  const t = useTranslations("audience.stage");
  const { timeZone } = useRoomEvent();
  const { moderate, chat } = useRights();
  const { act, vote } = useQuestionAct(question.id);
  return (
    <section className="rm-pinned" aria-label={t("label")} data-testid="pinned-question">
      <VoteButton question={question} disabled={!(chat || moderate)} onVote={(on) => void vote(on)} />
      <div className="rm-question__body">
        <QuestionWords question={question} zone={timeZone} />
      </div>
      {moderate ? (
        <button
          type="button"
          className="rm-icon-btn"
          aria-label={t("down")}
          title={t("down")}
          onClick={() => void act("unpin")}
        >
          <X className="icon" aria-hidden />
        </button>
      ) : null}
    </section>
  );
}
