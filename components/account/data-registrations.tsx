import { useTranslations } from "next-intl";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import type { MyRegistration } from "@/domain/registration/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";

/** The registrations of one person, with who sees them there, and the page on which each is changed. */
export function DataRegistrations({
  registrations,
  locale,
}: {
  registrations: readonly MyRegistration[];
  locale: Locale;
}) {
  const t = useTranslations("privacy");
  return (
    <Card flush>
      <CardHead>
        <h2>{t("page.registrations")}</h2>
      </CardHead>
      <CardBody>
        <p className="muted">
          {registrations.length === 0 ? t("page.noRegistrations") : t("page.registrationsText")}
        </p>
        <ul className="divided list">
          {registrations.map(({ id, event, status, listed }) => (
            <li key={id} className="py-2">
              <a href={href(locale, `/r/${id}`)}>{event.title}</a>
              <p className="small muted">
                {formatSpan({ ...event, zone: event.timeZone, locale })}
                {" · "}
                {t(`words.${status}`)}
                {" · "}
                {t("page.visible", { who: t(`words.${listed}`) })}
              </p>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
