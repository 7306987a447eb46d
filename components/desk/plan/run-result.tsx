"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import type { PlanMatrix, PlanRunView, UnplacedWish } from "@/domain/matchmaking/labels";
import type { TalkWords } from "./matrix-words";
import { type DayFigures, RunFiguresList } from "./run-figures";
import { RunSum } from "./run-sum";
import { isProven, useGapWords } from "./run-words";
import { UnplacedList } from "./unplaced-list";

/** What a result means for people. */
export type RunFigures = DayFigures & { unplaced: UnplacedWish[] };

type RunResultProps = {
  run: PlanRunView;
  result: RunFigures | undefined;
  words: TalkWords;
  /** Of the page, for the way back from a file. */
  path: string;
  matrix: Pick<PlanMatrix, "eventId" | "version">;
  onAdopt: () => void;
  onChange: () => void;
};

/** What a run came to, before anything of the plan changes. */
export function RunResult({ run, result, words, path, matrix, onAdopt, onChange }: RunResultProps) {
  const t = useTranslations("plan.desk");
  const gapWords = useGapWords();
  if (run.state === "failed") {
    return (
      <div className="stack gap-4">
        <Notice tone="danger" role="alert">
          {t("runFailed")}
        </Notice>
        <div className="dialog__actions">
          <Button onClick={onChange}>{t("changeSettings")}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stack gap-4">
      <p className="plan__big">
        <b>{run.placed}</b> <span className="muted">{t("placedOf", { wishes: run.wishes })}</span>
      </p>
      <Progress value={run.placed} max={run.wishes} tone="match" />
      <RunSum run={run} />
      <p>{gapWords(run) ?? t("boundUnknown")}</p>
      {isProven(run) ? <p className="small muted">{t("notProven")}</p> : null}
      {run.state === "stopped" ? <p className="small muted">{t("runStopped")}</p> : null}
      <RunFiguresList {...{ run, result }} isPublished={matrix.version !== null} />
      {result && result.unplaced.length > 0 ? (
        <UnplacedList
          unplaced={result.unplaced}
          nameOf={words.nameOf}
          file={{ eventId: matrix.eventId, path, runId: run.id }}
        />
      ) : null}
      <div className="dialog__actions">
        <Button onClick={onChange}>{t("changeSettings")}</Button>
        <Button variant="primary" onClick={onAdopt}>
          {t("adopt")}
        </Button>
      </div>
    </div>
  );
}
