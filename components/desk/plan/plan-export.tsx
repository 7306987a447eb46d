"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { csvFormats } from "@/lib/csv/formats";

/** What a printed plan is sorted by. */
const SHEETS = ["person", "table", "slot"] as const;

type PlanExportProps = { eventId: string; path: string; hasTables: boolean };

/** The plan as a file, for a spreadsheet or on paper. A plain form: the browser saves what it answers, and the page stays. */
export function PlanExport({ eventId, path, hasTables }: PlanExportProps) {
  const t = useTranslations("plan.desk");
  const sheets = SHEETS.filter((sheet) => sheet !== "table" || hasTables);
  return (
    <details className="plan__export">
      <summary className="btn btn--secondary btn--sm">
        <Icon name="download" size="sm" />
        {t("exportLabel")}
      </summary>
      <div>
        <FileForm action={`/api/events/${eventId}/plan/csv`} path={path}>
          {csvFormats.toReversed().map((format) => (
            <Button key={format} type="submit" size="sm" variant="quiet" name="format" value={format}>
              {t(format)}
            </Button>
          ))}
        </FileForm>
        <FileForm action={`/api/events/${eventId}/plan/papers`} path={path}>
          {sheets.map((by) => (
            <Button key={by} type="submit" size="sm" variant="quiet" name="by" value={by}>
              {t(`pdf.${by}`)}
            </Button>
          ))}
        </FileForm>
      </div>
    </details>
  );
}

type FileFormProps = { action: string; path: string; children: ReactNode };

function FileForm({ action, path, children }: FileFormProps) {
  const locale = useLocale();
  return (
    <form method="post" action={action}>
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="locale" value={locale} />
      {children}
    </form>
  );
}
