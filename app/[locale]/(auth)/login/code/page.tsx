import { getTranslations, setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { CodeForm } from "@/components/account/code-form";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: Promise<{ locale: string }> };

export const generateMetadata = titled((locale) => translator(locale, "signin")("sentTitle"));

/** What follows a request for a mail, the same for every address. */
export default async function Page({ params }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const [refused, t] = await Promise.all([readFlash(), getTranslations({ locale, namespace: "signin" })]);
  return (
    <SitePage locale={locale} path="/login/code">
      <div className="wrap wrap--text stack section">
        <h1>{t("sentTitle")}</h1>
        <p className="lead">{t("sentText")}</p>
        <CodeForm locale={locale} refused={refused} />
      </div>
    </SitePage>
  );
}
