import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { LegalPage } from "@/components/site/legal-page";

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
  return <LegalPage locale={locale} page="kontakt" />;
}
