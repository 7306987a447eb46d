import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/** „Technik testen“, for whoever is going to take part online. */
export function TechnicalTestCard({ locale }: { locale: Locale }) {
  const t = useTranslations("registration.technical");
  return (
    <Card small className="stack gap-2">
      <h2 className="text-base">{t("title")}</h2>
      <p className="small muted">{t("text")}</p>
      <p className="small">
        <a href={href(locale, "/technik")}>{t("link")}</a>
      </p>
    </Card>
  );
}
