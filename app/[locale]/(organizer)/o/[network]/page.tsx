import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { requirePerson } from "@/auth/session";
import { DeskEvents } from "@/components/desk/desk-events";
import { DeskPage } from "@/components/desk/desk-page";
import { findMyNetwork } from "@/domain/alliance/queries";
import { seriesLimits } from "@/domain/planning/schema";
import { can } from "@/domain/policy";
import { listEventsForDesk } from "@/domain/programme/queries";
import { countSeriesOffers } from "@/domain/programme/queries/series-desk";
import { localeOf } from "@/lib/i18n/locales";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string; network: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const asked = z.object({
  drafts: z.coerce.number().int().min(1).max(seriesLimits.events).optional().catch(undefined),
});

export const metadata: Metadata = { robots: { index: false } };

/**
 * All events of one network by state; `?drafts=` says how many were just made. Another network's office looks like one
 * that does not exist.
 */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, network: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const viewer = await requirePerson(locale, `/o/${slug}`);
  const network = await findMyNetwork(viewer, slug);
  if (!network) notFound();
  const [events, offers] = await Promise.all([
    listEventsForDesk(viewer, network.id),
    countSeriesOffers(viewer, network.id),
  ]);
  const scope = { networkId: network.id };
  const may = { create: can(viewer, "event.create", scope), office: can(viewer, "members.manage", scope) };
  const { drafts } = asked.parse(await searchParams);
  return (
    <DeskPage network={network} locale={locale} path={`/o/${slug}`}>
      <DeskEvents {...{ network, events, locale, drafts, may, offers }} now={now()} />
    </DeskPage>
  );
}
