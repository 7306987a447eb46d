"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

const SHEETS = ["person", "table", "slot"] as const;

type PlanExportProps = { eventId: string; path: string; hasTables: boolean };

/** The plan as a file, for a spreadsheet or on paper. A plain form: the browser saves what it answers, and the page stays. */
export function PlanExport({ eventId, path, hasTables }: PlanExportProps) {
  const t = useTranslations("plan.desk");
  const locale = useLocale();
  const sheets = SHEETS.filter((sheet) => sheet !== "table" || hasTables);
  const files = [
    { format: "excel", label: t("excel") },
    { format: "rfc4180", label: t("rfc4180") },
    ...sheets.map((format) => ({ format, label: t(`pdf.${format}`) })),
  ];
  return (
    <details className="plan__export">
      <summary className="btn btn--secondary btn--sm">
        <Icon name="download" size="sm" />
        {t("exportLabel")}
      </summary>
      <form method="post" action={`/api/events/${eventId}/plan/list`} aria-label={t("exportLabel")}>
        <input type="hidden" name="back" value={path} />
        <input type="hidden" name="locale" value={locale} />
        {files.map(({ format, label }) => (
          <Button key={format} type="submit" size="sm" variant="quiet" name="format" value={format}>
            {label}
          </Button>
        ))}
      </form>
    </details>
  );
}
