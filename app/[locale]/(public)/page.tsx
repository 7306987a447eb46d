import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { daysBetween } from "@/components/programme/days";
import { HomePage } from "@/components/programme/home-page";
import { openEvents } from "@/components/programme/home-view";
import { SitePage } from "@/components/site/site-page";
import { listNetworks } from "@/domain/alliance/queries";
import { seriesTitle } from "@/domain/programme/labels";
import { findCurrentSeries } from "@/domain/programme/queries";
import { countAheadByNetwork, countByDay, listAhead } from "@/domain/programme/queries/public-windows";
import { homeZone, localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now as clockNow } from "@/lib/time/clock";
import { dayKey } from "@/lib/time/format";

type PageProps = { params: Promise<{ locale: string }> };

export const dynamic = "force-static";
export const revalidate = 30;
/** Nothing is rendered while building: the first visitor's request does it, so a build needs no database. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "public");
  return { title: { absolute: t("home.title") }, description: t("home.lead") };
}

export default async function Page({ params }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const now = clockNow();
  const today = dayKey({ zone: homeZone, at: now });
  const [events, upcoming, networks, series] = await Promise.all([
    listAhead(now),
    countAheadByNetwork(now),
    listNetworks(),
    findCurrentSeries(today),
  ]);
  const { live, ahead } = openEvents(events, now);
  const days = series && (await countByDay({ seriesId: series.id, zone: homeZone }));
  const week = series && {
    title: seriesTitle(series, locale),
    slug: series.slug,
    endsOn: new Date(`${series.endsOn}T12:00:00Z`),
    days: daysBetween(series.startsOn, series.endsOn).map((date) => {
      const key = dayKey({ zone: homeZone, at: date });
      const past = key < today ? ("past" as const) : ("ahead" as const);
      const state = key === today ? ("today" as const) : past;
      return { date, state, ...(days?.get(key) ?? { count: 0, live: 0 }) };
    }),
  };
  return (
    <SitePage locale={locale} path="/">
      <HomePage
        locale={locale}
        now={now}
        zone={homeZone}
        live={live}
        ahead={ahead}
        week={week ?? null}
        networks={networks.map((network) => ({
          ...network,
          upcoming: upcoming.get(network.id) ?? 0,
        }))}
      />
    </SitePage>
  );
}
