import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { csvFormats } from "@/lib/csv/formats";
import type { Locale } from "@/lib/i18n/locales";

type PeopleExportProps = { eventId: string; path: string; locale: Locale };

/** Everybody as a file, whatever the table shows. A plain form: the browser saves what it answers, and the page stays. */
export function PeopleExport({ eventId, path, locale }: PeopleExportProps) {
  const t = useTranslations("organizer.people.export");
  return (
    <form className="stack gap-2 mt-6" method="post" action={`/api/events/${eventId}/export`}>
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("note")}</p>
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="locale" value={locale} />
      <div className="row gap-2">
        {csvFormats.toReversed().map((format) => (
          <Button key={format} type="submit" size="sm" name="format" value={format}>
            {t(format)}
          </Button>
        ))}
      </div>
    </form>
  );
}
