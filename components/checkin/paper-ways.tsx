import { useTranslations } from "next-intl";
import type { DoorEventView } from "@/components/checkin/door-page";
import { PrintButton } from "@/components/checkin/print-button";
import { Button } from "@/components/ui/button";
import { type DoorPaper, MOST_ON_PAPER } from "@/domain/attendance/schema";
import type { Locale } from "@/lib/i18n/locales";

export type PaperWaysProps = {
  event: Pick<DoorEventView, "slug" | "eventId">;
  locale: Locale;
  paper: DoorPaper["paper"];
  only?: string | undefined;
  count: number;
};

/** Two ways to paper: the browser's own, and a file that looks the same on every machine. */
export function PaperWays({ event, locale, paper, only, count }: PaperWaysProps) {
  const t = useTranslations("checkin");
  return (
    <div className="row gap-2">
      {count > MOST_ON_PAPER ? null : (
        <form method="post" action={`/api/checkin/${event.eventId}/papers`}>
          <input type="hidden" name="back" value={`/checkin/${event.slug}/${paper}`} />
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="paper" value={paper} />
          {only ? <input type="hidden" name="only" value={only} /> : null}
          <Button type="submit">{t("paper.download")}</Button>
        </form>
      )}
      <PrintButton>{t("print")}</PrintButton>
    </div>
  );
}
