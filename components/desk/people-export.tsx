import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { csvFormats } from "@/lib/csv/formats";
import type { Locale } from "@/lib/i18n/locales";

type PeopleExportProps = {
  eventId: string;
  path: string;
  locale: Locale;
  /** Whether there is something confidential that the viewer may take along. */
  hasSensitive: boolean;
};

/** Everybody as a file, whatever the table shows. A plain form: the browser saves what it answers, and the page stays. */
export function PeopleExport({ eventId, path, locale, hasSensitive }: PeopleExportProps) {
  const t = useTranslations("organizer.people.export");
  return (
    <form className="stack gap-2 mb-5" method="post" action={`/api/events/${eventId}/export`}>
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="locale" value={locale} />
      <div className="row gap-2">
        <h2 className="text-base">{t("title")}</h2>
        {csvFormats.toReversed().map((format) => (
          <Button key={format} type="submit" size="sm" name="format" value={format}>
            {t(format)}
          </Button>
        ))}
      </div>
      {hasSensitive ? <Check name="sensitive" value="on" label={t("sensitive")} /> : null}
      <p className="small muted">{t("note")}</p>
    </form>
  );
}
