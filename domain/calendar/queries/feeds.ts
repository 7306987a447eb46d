import "server-only";
import type { EventSummary } from "@/domain/programme/queries";
import { origin } from "@/lib/env";
import { type FeedFormat, type FeedItem, feedFormats, syndicated } from "@/lib/feeds/syndicated";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { writeCalendar } from "@/lib/ics/calendar";
import { now as clockNow } from "@/lib/time/clock";
import { formatSpan } from "@/lib/time/format";
import { calendarSender, linkedPlace, placeText } from "../queries";
import { eventEntry } from "../rules";
import { type ListScope, publicList } from "./public-lists";

const urlOf = (locale: Locale, path: string) => `${origin()}${href(locale, path)}`;

function itemOf(event: EventSummary, locale: Locale): FeedItem {
  const t = translator(locale, "public");
  const when = formatSpan({ locale, zone: event.timeZone, startsAt: event.startsAt, endsAt: event.endsAt });
  const where = placeText(locale, event.place);
  const published = event.publishedAt ?? event.startsAt;
  const changed = event.calendarChangedAt;
  const { status } = event;
  const isOff = status === "cancelled" || status === "postponed";
  const title = isOff ? `${t(`badges.${status}`)}: ${event.title}` : event.title;
  return {
    link: urlOf(locale, `/e/${event.slug}`),
    title,
    summary: [when, where, event.summary].filter((part) => part !== "").join("\n"),
    published,
    updated: changed && changed > published ? changed : published,
    author: event.networks.map(({ name }) => name).join(", "),
    topics: event.topics,
  };
}

const addressOf = (locale: Locale, path: string, format: FeedFormat | "ics") =>
  `${urlOf(locale, path)}.${format}`;

/** A list of events as a feed, newest announcement first; undefined when there is no such list. */
export async function feedText(
  scope: ListScope,
  format: FeedFormat,
  { locale, now = clockNow() }: { locale: Locale; now?: Date },
): Promise<string | undefined> {
  const list = await publicList(scope, { locale, now });
  if (!list) return undefined;
  const items = list.events.map((event) => itemOf(event, locale));
  const entries = feedFormats.map((one) => [one, addressOf(locale, list.address ?? list.path, one)] as const);
  return syndicated(format, {
    title: list.title,
    description: list.description,
    language: locale,
    home: urlOf(locale, list.path),
    addresses: { atom: "", rss: "", json: "", ...Object.fromEntries(entries) },
    items: items.toSorted((a, b) => b.published.getTime() - a.published.getTime()),
  });
}

/** The same list for a calendar program to subscribe to; each entry keeps its UID for life. */
export async function calendarText(
  scope: ListScope,
  { locale, now = clockNow() }: { locale: Locale; now?: Date },
): Promise<string | undefined> {
  const list = await publicList(scope, { locale, now });
  if (!list) return undefined;
  const t = translator(locale, "mails");
  const sender = calendarSender();
  const entries = list.events.map((event) => {
    const url = urlOf(locale, `/e/${event.slug}`);
    const location = linkedPlace(placeText(locale, event.place), url);
    return eventEntry(event, sender, { description: t("calendar.join", { url }), location });
  });
  return writeCalendar({ method: "PUBLISH", stamp: now, entries, name: list.title });
}
