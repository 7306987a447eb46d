import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { QuietCard } from "./quiet-card";

/** For whoever holds nothing here: a foreign registration, a missing one and an old link look the same. */
export function ExpiredRegistration({ locale }: { locale: Locale }) {
  const t = useTranslations("registration.expired");
  const ways = (
    <>
      <ButtonLink variant="primary" href={href(locale, "/login")}>
        {t("signIn")}
      </ButtonLink>
      <ButtonLink href={href(locale, "/events")}>{t("events")}</ButtonLink>
    </>
  );
  return <QuietCard title={t("title")} text={t("text")} ways={ways} />;
}
