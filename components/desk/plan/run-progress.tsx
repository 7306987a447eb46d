"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { PlanRunView } from "@/domain/matchmaking/labels";
import { isProven, useGapWords } from "./run-words";

/** How far a run is: what is placed, how good that is at least, and the way to end it with the best so far. */
export function RunProgress({ run, onStop }: { run: PlanRunView; onStop: () => void }) {
  const t = useTranslations("plan.desk");
  const gapWords = useGapWords();
  return (
    <div className="stack gap-4">
      <p className="plan__big">
        <b>{run.placed}</b> <span className="muted">{t("placedOf", { wishes: run.wishes })}</span>
      </p>
      <Progress label={t("placed")} value={run.placed} max={run.wishes} tone="match" />
      <p role="status">{gapWords(run) ?? t("boundUnknown")}</p>
      {isProven(run) ? <p className="small muted">{t("bestSoFar")}</p> : null}
      <p className="small muted">{t("runSeconds", { seconds: Math.round(run.seconds) })}</p>
      <div className="dialog__actions">
        <Button onClick={onStop}>{t("stop")}</Button>
      </div>
    </div>
  );
}
