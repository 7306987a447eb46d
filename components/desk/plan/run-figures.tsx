import { useTranslations } from "next-intl";
import { Stat } from "@/components/ui/stat";
import type { PlanRunView } from "@/domain/matchmaking/labels";

/** What a result means for people. */
export type DayFigures = { withoutTalk: number; longestWait: number | null };

type RunFiguresProps = { run: PlanRunView; result: DayFigures | undefined; isPublished: boolean };

/** What a plan is judged by besides wishes, in numbers, and what each of them counts. */
export function RunFiguresList({ run, result, isPublished }: RunFiguresProps) {
  const t = useTranslations("plan.desk");
  const { restAfter } = run;
  const hasChanges = isPublished && run.changed !== null;
  return (
    <div className="stack gap-2">
      <dl className="stats">
        <Stat label={t("withoutTalk")} value={result?.withoutTalk ?? "–"} />
        <Stat label={t("idleGaps")} value={run.gaps ?? "–"} />
        <Stat
          label={t("longestWait")}
          value={result?.longestWait == null ? "–" : t("minutes", { minutes: result.longestWait })}
        />
        <Stat label={t("restsMissing")} value={restAfter > 0 ? (run.withoutRest ?? "–") : "–"} />
        {hasChanges ? <Stat label={t("changes")} value={run.changed} /> : null}
      </dl>
      <details className="small">
        <summary>{t("whatItMeans")}</summary>
        <ul className="stack gap-1 muted">
          <li>{t("meaning.withoutTalk")}</li>
          <li>{t("meaning.gaps")}</li>
          <li>{t("meaning.longestWait")}</li>
          <li>{restAfter > 0 ? t("meaning.rests", { after: restAfter }) : t("meaning.noRests")}</li>
          {hasChanges ? <li>{t("meaning.changes")}</li> : null}
        </ul>
      </details>
    </div>
  );
}
