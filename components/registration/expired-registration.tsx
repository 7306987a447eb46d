import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import "./my-registration.css";

/** For whoever holds nothing here: a foreign registration, a missing one and an old link look the same. */
export function ExpiredRegistration({ locale }: { locale: Locale }) {
  const t = useTranslations("registration.expired");
  return (
    <div className="wrap wrap--text section">
      <div className="stack gap-4">
        <div className="okhead">
          <span className="okmark okmark--quiet">
            <Icon name="link" />
          </span>
          <div>
            <h1>{t("title")}</h1>
            <p className="lead">{t("text")}</p>
          </div>
        </div>
        <div className="row">
          <ButtonLink variant="primary" href={href(locale, "/login")}>
            {t("signIn")}
          </ButtonLink>
          <ButtonLink href={href(locale, "/events")}>{t("events")}</ButtonLink>
        </div>
      </div>
    </div>
  );
}
