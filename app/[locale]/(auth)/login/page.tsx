import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { organisation } from "@/auth/organisation";
import { currentActor } from "@/auth/session";
import { DemoPersonas } from "@/components/account/demo-personas";
import { LoginForm } from "@/components/account/login-form";
import { OrganisationForm } from "@/components/account/organisation-form";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { isDemo } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { ownPath } from "@/lib/own-path";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "signin")("title"));

/** Signing in: an address, where there is one an organisation's own sign-in, and in the demo three people to be. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const [actor, refused, query] = await Promise.all([currentActor(), readFlash(), searchParams]);
  const next = ownPath(query.next, href(locale, "/me"));
  if (actor.type === "person") redirect(next);
  const t = await getTranslations({ locale, namespace: "signin" });
  const asked = organisation();
  return (
    <SitePage locale={locale} path="/login">
      <div className="wrap wrap--text stack section">
        <h1>{t("title")}</h1>
        <p className="lead">{t("intro")}</p>
        <LoginForm locale={locale} next={next} refused={refused} />
        {asked ? <OrganisationForm locale={locale} next={next} name={asked.name} /> : null}
        {isDemo() ? <DemoPersonas locale={locale} next={next} /> : null}
      </div>
    </SitePage>
  );
}
