import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/** The one button behind a mailed link; without a valid link, the way to a new one. */
export function ConfirmForm({ locale, email }: { locale: Locale; email: string | undefined }) {
  const t = useTranslations("signin");
  if (!email)
    return (
      <>
        <h1>{t("expiredTitle")}</h1>
        <p>{t("expiredText")}</p>
        <ButtonLink variant="primary" size="lg" href={href(locale, "/login")}>
          {t("expired")}
        </ButtonLink>
      </>
    );
  return (
    <>
      <h1>{t("confirmTitle")}</h1>
      <p>{t("confirmText", { email })}</p>
      <form method="post" action="/api/sign-in/confirm">
        <input type="hidden" name="locale" value={locale} />
        <Button type="submit" variant="primary" size="lg" block>
          {t("confirm")}
        </Button>
      </form>
    </>
  );
}
