import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { LegalPage } from "@/components/site/legal-page";
import { ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";

type PageProps = { params: Promise<{ locale: string }> };

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { legal } = messages[localeOf((await params).locale)];
  return { title: legal.kontakt.title, description: legal.kontakt.intro };
}

export default async function KontaktPage({ params }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const { technical } = messages[locale].legal;
  return (
    <LegalPage locale={locale} page="kontakt">
      <section className="stack gap-3">
        <p>{technical.text}</p>
        <div className="row">
          <ButtonLink href={href(locale, "/technik")}>{technical.link}</ButtonLink>
        </div>
      </section>
    </LegalPage>
  );
}
