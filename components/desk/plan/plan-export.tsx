"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { csvFormats } from "@/lib/csv/formats";

/** The plan as a file. A plain form: the browser saves what it answers, and the page stays. */
export function PlanExport({ eventId, path }: { eventId: string; path: string }) {
  const t = useTranslations("plan.desk");
  const locale = useLocale();
  return (
    <form
      className="row gap-2"
      method="post"
      action={`/api/events/${eventId}/plan/list`}
      aria-label={t("exportLabel")}
    >
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="locale" value={locale} />
      {csvFormats.toReversed().map((format) => (
        <Button key={format} type="submit" size="sm" name="format" value={format}>
          <Icon name="download" size="sm" />
          {t(format)}
        </Button>
      ))}
    </form>
  );
}
