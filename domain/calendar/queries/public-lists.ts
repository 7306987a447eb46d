import "server-only";
import { findNetworkBySlug } from "@/domain/alliance/queries";
import { type EventSummary, findSeriesBySlug, listPublicEvents } from "@/domain/programme/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Whose events a feed or calendar holds. */
export type ListScope = { of: "all" } | { of: "network" | "series"; slug: string };

export type PublicList = {
  title: string;
  description: string;
  /** Path of the page that shows the same, without language prefix. */
  path: string;
  events: EventSummary[];
};

/** What is over stays that long, so that a cancellation reaches every calendar. */
const KEPT_MS = 30 * 24 * 3_600_000;
/** Subscribers read the next half year, not an archive. */
const MOST = 300;

/** Public events of a scope from 30 days ago on, earliest first, at most 300; undefined when there is no such scope. */
export async function publicList(
  scope: ListScope,
  { locale, now }: { locale: Locale; now: Date },
): Promise<PublicList | undefined> {
  const window = { from: new Date(now.getTime() - KEPT_MS), limit: MOST };
  const t = translator(locale, "public");
  if (scope.of === "all") {
    const events = await listPublicEvents(window);
    return { title: t("calendar.title"), description: t("home.lead"), path: "/events", events };
  }
  if (scope.of === "network") {
    const network = await findNetworkBySlug(scope.slug);
    if (!network) return undefined;
    const description = locale === "de" ? network.summaryDe : network.summaryEn;
    const events = await listPublicEvents({ ...window, networkId: network.id });
    return { title: network.name, description, path: `/n/${network.slug}`, events };
  }
  const series = await findSeriesBySlug(scope.slug);
  if (!series) return undefined;
  const events = await listPublicEvents({ ...window, seriesId: series.id });
  return { title: series.title, description: series.summary, path: `/s/${series.slug}`, events };
}
