import { useTranslations } from "next-intl";
import { TakeAlong } from "@/components/desk/take-along";
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

/** Everybody as a file, whatever the table shows. */
export function PeopleExport({ eventId, path, locale, hasSensitive }: PeopleExportProps) {
  const t = useTranslations("organizer.people.export");
  return (
    <TakeAlong
      {...{ path, locale, title: t("title"), note: t("note"), className: "stack gap-2 mb-5" }}
      action={`/api/events/${eventId}/export`}
      formats={csvFormats.toReversed().map((value) => ({ value, label: t(value) }))}
    >
      {hasSensitive ? <Check name="sensitive" value="on" label={t("sensitive")} /> : null}
    </TakeAlong>
  );
}
