import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { organisation } from "@/auth/organisation";
import { OrganisationProblem } from "@/components/account/organisation-problem";
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

export const generateMetadata = titled((locale) => translator(locale, "signin")("organisation.problemTitle"));

/** Why signing in through the organisation did not work, and what to do now. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const { why, next } = await searchParams;
  const asked = organisation();
  if (!asked) notFound();
  return (
    <SitePage locale={locale} path="/login/organisation">
      <div className="wrap wrap--text stack section">
        <OrganisationProblem
          locale={locale}
          name={asked.name}
          why={typeof why === "string" ? why : ""}
          next={ownPath(next, href(locale, "/me"))}
        />
      </div>
    </SitePage>
  );
}
