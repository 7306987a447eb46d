import "server-only";
import { findNetworkBySlug } from "@/domain/alliance/queries";
import { isTopic, seriesWords } from "@/domain/programme/labels";
import {
  type EventFilter,
  type EventSummary,
  findSeriesBySlug,
  listPublicEvents,
} from "@/domain/programme/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Whose events a feed or calendar holds. */
export type ListScope =
  | { of: "all" }
  | { of: "topic"; topic: string }
  | { of: "network" | "series"; slug: string };

export type PublicList = {
  title: string;
  description: string;
  /** Path of the page that shows the same, without language prefix. */
  path: string;
  /** Path of the files without their ending, where that is another one. */
  address?: string;
  events: EventSummary[];
};

/** What is over stays that long, so that a cancellation reaches every calendar. */
const KEPT_MS = 30 * 24 * 3_600_000;
const MOST_OVER = 100;

/** The latest of the last 30 days, and what ends after now: however many were over, none of them takes a place ahead. */
async function windowOf(
  of: Pick<EventFilter, "networkId" | "seriesId" | "topic">,
  now: Date,
): Promise<EventSummary[]> {
  const from = new Date(now.getTime() - KEPT_MS);
  const [over, ahead] = await Promise.all([
    listPublicEvents({ ...of, from, until: now, limit: MOST_OVER }),
    listPublicEvents({ ...of, from: now }),
  ]);
  return [...over, ...ahead].toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

type Asked = { locale: Locale; now: Date };

async function topicList(topic: string, { locale, now }: Asked): Promise<PublicList | undefined> {
  if (!isTopic(topic)) return undefined;
  const t = translator(locale, "public");
  return {
    title: `${t("calendar.title")}: ${t(`topics.${topic}`)}`,
    description: t("home.lead"),
    path: `/events/find?${new URLSearchParams({ topic })}`,
    address: `/events/${topic}`,
    events: await windowOf({ topic }, now),
  };
}

/** Public events of a scope in a window around now, earliest first; undefined when there is no such scope. */
export async function publicList(scope: ListScope, { locale, now }: Asked): Promise<PublicList | undefined> {
  const t = translator(locale, "public");
  if (scope.of === "all") {
    const events = await windowOf({}, now);
    return { title: t("calendar.title"), description: t("home.lead"), path: "/events", events };
  }
  if (scope.of === "topic") return topicList(scope.topic, { locale, now });
  if (scope.of === "network") {
    const network = await findNetworkBySlug(scope.slug);
    if (!network) return undefined;
    const description = locale === "de" ? network.summaryDe : network.summaryEn;
    const events = await windowOf({ networkId: network.id }, now);
    return { title: network.name, description, path: `/n/${network.slug}`, events };
  }
  const series = await findSeriesBySlug(scope.slug);
  if (!series) return undefined;
  const events = await windowOf({ seriesId: series.id }, now);
  const { title, summary: description } = seriesWords(series, locale);
  return { title, description, path: `/s/${series.slug}`, events };
}
