import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { requirePerson } from "@/auth/session";
import { DeskEvents } from "@/components/desk/desk-events";
import { DeskPage } from "@/components/desk/desk-page";
import { findMyNetwork } from "@/domain/alliance/queries";
import { listEventsForDesk } from "@/domain/programme/queries";
import { localeOf } from "@/lib/i18n/locales";
import { now } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; network: string }> };

export const metadata: Metadata = { robots: { index: false } };

/** All events of one network by state. Another network's office looks like one that does not exist. */
export default async function Page({ params }: PageProps) {
  const { locale: language, network: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const viewer = await requirePerson(locale, `/o/${slug}`);
  const network = await findMyNetwork(viewer, slug);
  if (!network) notFound();
  const events = await listEventsForDesk(viewer, network.id);
  return (
    <DeskPage network={network} locale={locale} path={`/o/${slug}`}>
      <DeskEvents network={network} events={events} locale={locale} now={now()} />
    </DeskPage>
  );
}
