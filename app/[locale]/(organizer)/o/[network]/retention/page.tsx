import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { requirePerson } from "@/auth/session";
import { DeskPage } from "@/components/desk/desk-page";
import { RetentionPage } from "@/components/desk/retention-page";
import { titled } from "@/components/site/titled";
import { findMyNetwork } from "@/domain/alliance/queries";
import { retentionOf } from "@/domain/privacy/queries/retention";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: Promise<{ locale: string; network: string }> };

export const generateMetadata = titled((locale) => translator(locale, "privacy")("retention.title"));

/** What of a network's events is deleted when, and what was. Another network's looks like one that does not exist. */
export default async function Page({ params }: PageProps) {
  const { locale: language, network: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const viewer = await requirePerson(locale, `/o/${slug}/retention`);
  const network = await findMyNetwork(viewer, slug);
  const retention = network && (await retentionOf(viewer, network.id));
  if (!network || !retention) notFound();
  return (
    <DeskPage network={network} locale={locale} path={`/o/${slug}/retention`}>
      <RetentionPage network={network} retention={retention} locale={locale} />
    </DeskPage>
  );
}
