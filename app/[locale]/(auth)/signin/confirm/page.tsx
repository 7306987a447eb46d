import { setRequestLocale } from "next-intl/server";
import { readPendingLink } from "@/auth/pending";
import { ConfirmForm } from "@/components/account/confirm-form";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: Promise<{ locale: string }> };

export const generateMetadata = titled((locale) => translator(locale, "signin")("confirm"));

/** Where a mailed link leads: one button, and nothing has happened until it is pressed. */
export default async function Page({ params }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const link = await readPendingLink();
  return (
    <SitePage locale={locale} path="/signin/confirm">
      <div className="wrap wrap--text stack section">
        <ConfirmForm locale={locale} email={link?.email} />
      </div>
    </SitePage>
  );
}
