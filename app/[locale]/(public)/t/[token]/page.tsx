import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { SitePage } from "@/components/site/site-page";
import { MailedRequestView } from "@/components/talks/mailed-request";
import { BrokenRequest } from "@/components/talks/no-talks";
import { mailedRequest } from "@/domain/matchmaking/queries/listings";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "talks");
  return { title: t("page.label"), robots: { index: false }, referrer: "same-origin" };
}

/** The page behind the link of a request's mail. Showing it changes nothing, so mail scanners may open it. */
export default async function Page({ params }: PageProps) {
  const { locale: language, token } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const [mailed, flash] = await Promise.all([mailedRequest(token), readFlash()]);
  return (
    <SitePage locale={locale} path={`/t/${token}`} unlisted>
      {mailed ? (
        <MailedRequestView mailed={mailed} token={token} locale={locale} failure={flash?.failure} />
      ) : (
        <BrokenRequest locale={locale} />
      )}
    </SitePage>
  );
}
