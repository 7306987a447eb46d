import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { NetworkView } from "@/domain/alliance/queries";
import { seriesWords } from "@/domain/programme/labels";
import type { SeriesView } from "@/domain/programme/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type HeadProps = { network: NetworkView; part: SeriesView; events: number; locale: Locale };

/** Of which series the report is, how many events it counts, and the way back. */
export function SeriesReportHead({ network, part, events, locale }: HeadProps) {
  const t = useTranslations("talkReport");
  return (
    <div className="section__head">
      <div>
        <h1>{seriesWords(part, locale).title}</h1>
        <p className="muted">{t("events", { count: events })}</p>
      </div>
      <ButtonLink variant="quiet" href={href(locale, `/o/${network.slug}/series/${part.slug}`)}>
        {t("back")}
      </ButtonLink>
    </div>
  );
}
