import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { otherPerson } from "@/auth/other-person";
import { OtherPersonForm } from "@/components/account/other-person-form";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { ownPath } from "@/lib/own-path";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "signin")("other.title"), {
  referrer: "same-origin",
});

/** Where the mailed link of somebody leads while another person is signed in: nobody is two at once. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const query = await searchParams;
  const next = ownPath(query.next, href(locale, "/me"));
  const other = await otherPerson(query.as);
  if (!other) redirect(next);
  // With its query, so that the other language shows the same.
  const path = `/signin/other?${new URLSearchParams({ as: other.registrationId, next })}`;
  return (
    <SitePage locale={locale} path={path} signedIn unlisted>
      <div className="wrap wrap--text stack section">
        <OtherPersonForm other={other} next={next} locale={locale} />
      </div>
    </SitePage>
  );
}
