import { SitePage } from "@/components/site/site-page";
import { ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** What stands at an address that leads nowhere, and where to go instead. */
export function NotFoundView({ locale }: { locale: Locale }) {
  const t = translator(locale, "errors");
  return (
    <SitePage locale={locale} path="/" unlisted>
      <div className="wrap wrap--text section stack">
        <h1>{t("notFound.title")}</h1>
        <p className="lead">{t("notFound.text")}</p>
        <div className="row">
          <ButtonLink href={href(locale, "/events")} variant="primary">
            {t("notFound.events")}
          </ButtonLink>
          <ButtonLink href={href(locale, "/")}>{t("notFound.home")}</ButtonLink>
        </div>
      </div>
    </SitePage>
  );
}
