"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { DeskDialog } from "./desk-dialog";
import type { TalkWords } from "./matrix-words";
import { PlanForm } from "./plan-form";
import { PlanRefusal } from "./plan-refusal";
import { RunProgress } from "./run-progress";
import { type RunFigures, RunResult } from "./run-result";
import type { Plan } from "./use-plan";

type PlanDialogProps = {
  open: boolean;
  onClose: () => void;
  matrix: PlanMatrix;
  words: TalkWords;
  result: RunFigures | undefined;
  path: string;
  plan: Plan;
};

/** The run that the dialog begins with having left behind: one that was over before this page was opened. */
const overBefore = ({ run }: PlanMatrix) => (run && run.state !== "running" ? run.id : undefined);

/**
 * Plans in three steps that follow the run: what to plan, how far it is, what it came to. A result that was looked at is
 * left behind by „Einstellungen ändern“; the plan itself changes only when it is taken over.
 */
export function PlanDialog({ open, onClose, matrix, words, result, path, plan }: PlanDialogProps) {
  const t = useTranslations("plan.desk");
  const { run, eventId } = matrix;
  const [left, leave] = useState(() => overBefore(matrix));
  const shown = run && run.id !== left ? run : undefined;
  const adopt = (runId: string) =>
    plan.act("adopt", { eventId, runId }, () => {
      leave(runId);
      onClose();
    });
  return (
    <DeskDialog open={open} onClose={onClose} title={t(titleOf(shown?.state))} wide>
      <PlanRefusal failure={plan.failure} />
      {shown ? null : (
        <PlanForm
          {...{ matrix, onClose }}
          act={plan.act}
          onLast={run && run.state !== "failed" ? () => leave(undefined) : undefined}
        />
      )}
      {shown?.state === "running" ? (
        <RunProgress run={shown} onStop={() => plan.act("stop", { eventId, runId: shown.id })} />
      ) : null}
      {shown && shown.state !== "running" ? (
        <RunResult
          {...{ words, result, path, matrix }}
          run={shown}
          onChange={() => leave(shown.id)}
          onAdopt={() => adopt(shown.id)}
        />
      ) : null}
    </DeskDialog>
  );
}

const titleOf = (state: string | undefined) => {
  if (state === "running") return "runTitle";
  return state === undefined ? "planTitle" : "resultTitle";
};
