import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { requirePerson } from "@/auth/session";
import { CopyEvent } from "@/components/desk/copy-event";
import { DeskPage } from "@/components/desk/desk-page";
import { findNetworkBySlug } from "@/domain/alliance/queries";
import { findEventForDesk } from "@/domain/programme/queries";
import { copySourceOf } from "@/domain/programme/queries/copy-source";
import { localeOf } from "@/lib/i18n/locales";
import { now } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; network: string; event: string }> };

export const metadata: Metadata = { robots: { index: false } };

/** An event onto other days. For whoever may create events here; for others this page does not exist. */
export default async function Page({ params }: PageProps) {
  const { locale: language, network: networkSlug, event: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const path = `/o/${networkSlug}/e/${slug}/copy`;
  const viewer = await requirePerson(locale, path);
  const [network, event] = await Promise.all([
    findNetworkBySlug(networkSlug),
    findEventForDesk(viewer, slug),
  ]);
  if (!network || !event || event.networkId !== network.id) notFound();
  const source = await copySourceOf(viewer, event);
  if (!source) notFound();
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <CopyEvent event={event} source={source} networkSlug={network.slug} locale={locale} now={now()} />
    </DeskPage>
  );
}
