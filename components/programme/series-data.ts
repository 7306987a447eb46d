import type { EventSeries, WithContext } from "schema-dts";
import type { SeriesWindow } from "@/components/programme/event-views";
import { seriesWords } from "@/domain/programme/labels";
import type { SeriesView } from "@/domain/programme/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { offsetTime } from "@/lib/time/offset";

type Part = { series: SeriesView; view: SeriesWindow };

/** A series for search engines: schema.org `EventSeries`, with who hosts it and the events that its page shows. */
export function seriesData(
  { series, view }: Part,
  { origin, locale }: { origin: string; locale: Locale },
): WithContext<EventSeries> {
  const at = (path: string) => `${origin}${href(locale, path)}`;
  const { title, summary } = seriesWords(series, locale);
  return {
    "@context": "https://schema.org",
    "@type": "EventSeries",
    "@id": at(`/s/${series.slug}`),
    url: at(`/s/${series.slug}`),
    name: title,
    description: summary,
    startDate: series.startsOn,
    endDate: series.endsOn,
    organizer: view.hosts.map(({ name, slug }) => ({
      "@type": "Organization",
      name,
      url: at(`/n/${slug}`),
    })),
    subEvent: view.events.map((event) => ({
      "@type": "Event",
      "@id": at(`/e/${event.slug}`),
      url: at(`/e/${event.slug}`),
      name: event.title,
      startDate: offsetTime(event.startsAt, event.timeZone),
      endDate: offsetTime(event.endsAt, event.timeZone),
      location: { "@type": "VirtualLocation", url: at(`/e/${event.slug}`) },
    })),
  };
}
