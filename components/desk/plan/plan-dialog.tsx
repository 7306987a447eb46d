"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PlanBoard } from "@/domain/matchmaking/labels";
import type { Failure } from "@/lib/result";
import type { TalkWords } from "./board-words";
import { DeskDialog } from "./desk-dialog";
import { PlanForm } from "./plan-form";
import { PlanRefusal } from "./plan-refusal";
import { RunProgress } from "./run-progress";
import { RunResult } from "./run-result";
import type { Act } from "./use-plan";

type PlanDialogProps = {
  open: boolean;
  onClose: () => void;
  board: PlanBoard;
  words: TalkWords;
  act: Act;
  failure: Failure | undefined;
};

/**
 * Plans in three steps that follow the run: what to plan, how far it is, what it came to. A result that was looked at is
 * left behind by „Einstellungen ändern“; the plan itself changes only when it is taken over.
 */
export function PlanDialog({ open, onClose, board, words, act, failure }: PlanDialogProps) {
  const t = useTranslations("plan.desk");
  const { run, eventId } = board;
  const [left, leave] = useState<string>();
  const title = titleOf(run && run.id !== left ? run.state : undefined);
  return (
    <DeskDialog open={open} onClose={onClose} title={t(title)} wide>
      <PlanRefusal failure={failure} />
      {title === "planTitle" || !run ? <PlanForm board={board} act={act} onClose={onClose} /> : null}
      {title === "runTitle" && run ? (
        <RunProgress run={run} onStop={() => act("stop", { eventId, runId: run.id })} />
      ) : null}
      {title === "resultTitle" && run ? (
        <RunResult
          {...{ run, words }}
          onChange={() => leave(run.id)}
          onAdopt={() =>
            act("adopt", { eventId, runId: run.id }, () => {
              leave(run.id);
              onClose();
            })
          }
        />
      ) : null}
    </DeskDialog>
  );
}

const titleOf = (state: string | undefined) => {
  if (state === "running") return "runTitle";
  return state === undefined ? "planTitle" : "resultTitle";
};
