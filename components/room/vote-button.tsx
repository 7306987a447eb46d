"use client";

import { ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { shortOf } from "@/components/room/question-text";
import { classNames } from "@/components/ui/class-names";
import type { RoomQuestion } from "@/realtime/audience-api";

type VoteButtonProps = { question: RoomQuestion; onVote: (on: boolean) => void; disabled?: boolean };

/**
 * The number of votes, and by a press one's own; pressed again it is taken back. One's own question, and one as which it counts,
 * only show the number.
 */
export function VoteButton({ question, onVote, disabled = false }: VoteButtonProps) {
  const t = useTranslations("audience.question");
  const { voted, votes, mine, joined, state } = question;
  const count = t("votes", { count: votes });
  const isVotable = !mine && (voted || !joined) && (state === "new" || state === "on_air");
  if (!isVotable)
    return (
      <span className="rm-vote" title={count}>
        <span aria-hidden="true">{votes}</span>
        <span className="sr-only">{count}</span>
      </span>
    );
  return (
    <button
      type="button"
      className={classNames("rm-vote", voted && "rm-vote--on")}
      aria-pressed={voted}
      aria-label={`${t("vote", { text: shortOf(question) })}, ${count}`}
      disabled={disabled}
      onClick={() => onVote(!voted)}
    >
      <ChevronUp className="icon" aria-hidden />
      <span aria-hidden="true">{votes}</span>
    </button>
  );
}
