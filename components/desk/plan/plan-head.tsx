"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { isPlaced } from "./matrix-index";
import type { TalkWords } from "./matrix-words";
import { PlanDialog } from "./plan-dialog";
import { PlanExport } from "./plan-export";
import type { RunFigures } from "./run-result";
import type { Plan } from "./use-plan";

type PlanHeadProps = {
  matrix: PlanMatrix;
  words: TalkWords;
  result: RunFigures | undefined;
  people: number;
  path: string;
  plan: Plan;
};

/** How much is planned, and the ways to plan and to take the plan along. */
export function PlanHead({ matrix, words, result, people, path, plan }: PlanHeadProps) {
  const t = useTranslations("plan.desk");
  const [isOpen, open] = useState(false);
  const { run } = matrix;
  return (
    <div className="stack gap-3">
      <div className="row between">
        <div>
          <h2 className="text-lg">{t("title")}</h2>
          <p className="small muted">{t("size", { talks: matrix.talks.filter(isPlaced).length, people })}</p>
        </div>
        <span className="row gap-2">
          <PlanExport {...{ eventId: matrix.eventId, path }} hasTables={matrix.tables > 0} />
          <Button
            variant="primary"
            size="sm"
            onClick={() => {
              plan.forget();
              open(true);
            }}
          >
            <Icon name="refresh" size="sm" />
            {run?.state === "running" ? t("watchRun") : t("plan")}
          </Button>
        </span>
      </div>
      {run?.state === "running" && !isOpen ? (
        <Notice tone="info" role="status">
          {t("running", { placed: run.placed, wishes: run.wishes })}
        </Notice>
      ) : null}
      <Unwanted {...{ matrix, words }} />
      <PlanDialog open={isOpen} onClose={() => open(false)} {...{ matrix, words, result, path, plan }} />
    </div>
  );
}

const MOST_NAMED = 5;

/** Planned talks that somebody does not want any more: taking them out is the organizer's to do. */
function Unwanted({ matrix, words }: Pick<PlanHeadProps, "matrix" | "words">) {
  const t = useTranslations("plan.desk");
  const talks = matrix.talks.filter(({ unwanted }) => unwanted);
  if (talks.length === 0) return null;
  const names = talks.slice(0, MOST_NAMED).map(words.names).join(", ");
  const more = Math.max(0, talks.length - MOST_NAMED);
  return <Notice tone="warning">{t("unwantedTalks", { count: talks.length, names, more })}</Notice>;
}
