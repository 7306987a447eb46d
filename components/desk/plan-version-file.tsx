import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";

type VersionFileProps = { eventId: string; version: number; back: string; locale: Locale };

/** A published version of a plan as a file, for a spreadsheet. */
export function VersionFile({ eventId, version, back, locale }: VersionFileProps) {
  const t = useTranslations("plan.versions");
  return (
    <form method="post" action={`/api/events/${eventId}/plan/csv`}>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="version" value={version} />
      <Button
        type="submit"
        size="sm"
        variant="quiet"
        name="format"
        value="excel"
        aria-label={t("fileOf", { version })}
      >
        {t("file")}
      </Button>
    </form>
  );
}
