import { useTranslations } from "next-intl";
import type { EntryPage } from "@/components/board/board-words";
import { EntryPost } from "@/components/board/entry-post";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { hideReasons, reportReasons } from "@/domain/board/labels";
import type { Locale } from "@/lib/i18n/locales";

type Props = { entry: EntryPage; back: string; locale: Locale };

/** Tells the office what is wrong. */
export function EntryReport({ entry, back, locale }: Props) {
  const t = useTranslations("board.entry");
  return (
    <details className="card card--sm bmore">
      <summary>{t("report")}</summary>
      <EntryPost action={`/api/board/entries/${entry.id}/report`} back={back} locale={locale}>
        <Select
          label={t("reportReason")}
          name="reason"
          options={reportReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
        <Button type="submit" size="sm">
          {t("reportSend")}
        </Button>
      </EntryPost>
    </details>
  );
}

/** Hides the entry with a reason, or shows it again. */
export function EntryModeration({ entry, back, locale }: Props) {
  const t = useTranslations("board.entry");
  const action = `/api/board/entries/${entry.id}/moderate`;
  return (
    <Card small className="stack gap-3">
      <h2 className="text-lg">{t("moderate")}</h2>
      <EntryPost {...{ action, back, locale }}>
        {entry.hiddenReason === null ? (
          <>
            <Select
              label={t("hideReason")}
              name="reason"
              options={hideReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            />
            <Button type="submit" size="sm" variant="danger-quiet" name="hidden" value="yes">
              {t("hide")}
            </Button>
          </>
        ) : (
          <Button type="submit" size="sm" name="hidden" value="no">
            {t("show")}
          </Button>
        )}
      </EntryPost>
    </Card>
  );
}
