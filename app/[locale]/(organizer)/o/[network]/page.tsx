import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { requirePerson } from "@/auth/session";
import { DeskEvents } from "@/components/desk/desk-events";
import { DeskPage } from "@/components/desk/desk-page";
import { titled } from "@/components/site/titled";
import { findMyNetwork } from "@/domain/alliance/queries";
import { seriesLimits } from "@/domain/planning/schema";
import { can } from "@/domain/policy";
import { deskGroups, eventsForDesk } from "@/domain/programme/queries/desk-events";
import { countSeriesOffers } from "@/domain/programme/queries/series-desk";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string; network: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const asked = z.object({
  part: z.enum(deskGroups).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  drafts: z.coerce.number().int().min(1).max(seriesLimits.events).optional().catch(undefined),
});

export const generateMetadata = titled((locale) => translator(locale, "organizer")("desk.events"));

/**
 * The events of one network by state, a window of each; `?part=` shows one of them by its pages, `?drafts=` says how many
 * were just made. Another network's office looks like one that does not exist.
 */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, network: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const viewer = await requirePerson(locale, `/o/${slug}`);
  const network = await findMyNetwork(viewer, slug);
  if (!network) notFound();
  const { drafts, part: group, page } = asked.parse(await searchParams);
  const part = group && { group, page };
  const [windows, offers] = await Promise.all([
    eventsForDesk(viewer, { networkId: network.id, now: now(), part }),
    countSeriesOffers(viewer, network.id),
  ]);
  const scope = { networkId: network.id };
  const may = { create: can(viewer, "event.create", scope), office: can(viewer, "members.manage", scope) };
  return (
    <DeskPage network={network} locale={locale} path={`/o/${slug}`}>
      <DeskEvents {...{ network, windows, locale, drafts, may, offers }} part={group} />
    </DeskPage>
  );
}
