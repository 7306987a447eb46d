"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { Stat } from "@/components/ui/stat";
import type { PlanRunView, UnplacedWish } from "@/domain/matchmaking/labels";
import type { TalkWords } from "./matrix-words";
import { useGapWords } from "./run-words";
import { UnplacedList } from "./unplaced-list";

/** What a result means for people. */
export type RunFigures = { withoutTalk: number; longestWait: number | null; unplaced: UnplacedWish[] };

type RunResultProps = {
  run: PlanRunView;
  result: RunFigures | undefined;
  words: TalkWords;
  onAdopt: () => void;
  onChange: () => void;
};

/** What a run came to, before anything of the plan changes. */
export function RunResult({ run, result, words, onAdopt, onChange }: RunResultProps) {
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
      <p>{gapWords(run) ?? t("boundUnknown")}</p>
      {run.state === "stopped" ? <p className="small muted">{t("runStopped")}</p> : null}
      <dl className="stats">
        <Stat label={t("withoutTalk")} value={result?.withoutTalk ?? "–"} />
        <Stat
          label={t("longestWait")}
          value={result?.longestWait == null ? "–" : t("minutes", { minutes: result.longestWait })}
        />
        <Stat label={t("unplaced")} value={run.wishes - run.placed} />
      </dl>
      {result && result.unplaced.length > 0 ? (
        <UnplacedList unplaced={result.unplaced} nameOf={words.nameOf} />
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
