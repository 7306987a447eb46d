import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";

/** For the office: the same paper that its person finds on their own page, such as for whoever lost the mail. */
export function PersonCertificate({ registrationId, locale }: { registrationId: string; locale: Locale }) {
  const t = useTranslations("afterwards.certificate");
  return (
    <form
      className="row gap-3 mt-4"
      method="post"
      action={`/api/registrations/${registrationId}/certificate`}
    >
      <input type="hidden" name="locale" value={locale} />
      <h2 className="text-base">{t("title")}</h2>
      <Button type="submit" size="sm">
        {t("get")}
      </Button>
    </form>
  );
}
