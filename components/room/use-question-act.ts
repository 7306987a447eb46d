"use client";

import { useState } from "react";
import { type Reply, refusalOf } from "@/realtime/client/ports";
import { useSession } from "@/realtime/hooks/use-room-session";

const REASONS = [
  ...(["too_fast", "too_many", "frozen", "no_chat", "stopped", "questions_closed", "named_only"] as const),
  ...([
    "not_joined",
    "settled",
    "on_stage",
    "another_on_air",
    "rate_limited",
    "no_cookie",
    "offline",
  ] as const),
] as const;
export type QuestionProblem = (typeof REASONS)[number] | "other";

/** Why something about a question did not work, as a key of the catalog; nothing when it did. */
export function problemOf(reply: Reply<unknown>): QuestionProblem | null {
  const reason = refusalOf(reply);
  return reason === null ? null : (REASONS.find((known) => known === reason) ?? "other");
}

/** Does one step, and says why that did not work; null when it did. */
export type Act = (action: string, body?: Record<string, unknown>) => Promise<QuestionProblem | null>;

/** One step about one question, and why the last one did not work. */
export function useQuestionAct(id: string) {
  const session = useSession();
  const [problem, setProblem] = useState<QuestionProblem | null>(null);
  const act: Act = async (action, body = {}) => {
    const found = problemOf(await session.act(`questions/${id}`, { action, ...body }));
    setProblem(found);
    return found;
  };
  const vote = async (on: boolean) => setProblem(problemOf(await session.documents.vote(id, on)));
  return { act, vote, problem };
}
