import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/** For people who take part in no event with talks yet. */
export function NoTalks({ locale }: { locale: Locale }) {
  const t = useTranslations("talks");
  return (
    <div className="wrap section stack gap-6">
      <h1>{t("page.title", { count: 0 })}</h1>
      <Empty icon="talk" title={t("none.title")}>
        <p>{t("none.text")}</p>
        <ButtonLink className="mt-4" variant="primary" href={href(locale, "/events")}>
          {t("none.link")}
        </ButtonLink>
      </Empty>
    </div>
  );
}

/** For a link that was cut, forged or belongs to nobody here. */
export function BrokenRequest({ locale }: { locale: Locale }) {
  const t = useTranslations("talks.mail");
  return (
    <div className="wrap wrap--text section stack gap-4">
      <h1>{t("brokenTitle")}</h1>
      <p className="lead">{t("brokenText")}</p>
      <p>
        <ButtonLink href={href(locale, "/me/talks")}>{t("toTalks")}</ButtonLink>
      </p>
    </div>
  );
}
