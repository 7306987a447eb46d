import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { hasFreshLogin } from "@/auth/fresh";
import { requirePerson } from "@/auth/session";
import { DataCopy } from "@/components/account/data-copy";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { personalDataOf } from "@/domain/privacy/queries/personal-data";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string }> };

export const generateMetadata = titled((locale) => translator(locale, "privacy")("copy.title"));

/** The copy of one's data to read and to print, for as long as the sign-in is fresh. */
export default async function Page({ params }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const person = await requirePerson(locale, "/me/data/copy");
  const at = now();
  const data = (await hasFreshLogin(person)) ? await personalDataOf(person, { locale, now: at }) : undefined;
  if (!data) redirect(href(locale, "/me/data"));
  return (
    <SitePage locale={locale} path="/me/data/copy" current="me" signedIn>
      <DataCopy data={data} locale={locale} now={at} />
    </SitePage>
  );
}
