import type { Event, EventSeries, Organization, Place, VirtualLocation, WithContext } from "schema-dts";
import type { EventDetail } from "@/components/programme/event-views";
import { seatsWord } from "@/components/programme/seats-word";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { offsetTime } from "@/lib/time/offset";

type Setting = { origin: string; locale: Locale };

const organizers = (event: EventDetail, { origin, locale }: Setting): Organization[] =>
  event.networks.map(({ name, slug }) => ({
    "@type": "Organization",
    name,
    url: `${origin}${href(locale, `/n/${slug}`)}`,
  }));

/** An event for search engines: schema.org `Event`. Nothing stands in it that the page does not show. */
export function eventData(event: EventDetail, setting: Setting): WithContext<Event> {
  const { origin, locale } = setting;
  const url = `${origin}${href(locale, `/e/${event.slug}`)}`;
  const online: VirtualLocation = { "@type": "VirtualLocation", url };
  const onSite: Place | undefined = event.place
    ? { "@type": "Place", name: event.place, address: event.place }
    : undefined;
  const series: EventSeries | undefined = event.series
    ? {
        "@type": "EventSeries",
        name: event.series.title,
        url: `${origin}${href(locale, `/s/${event.series.slug}`)}`,
      }
    : undefined;
  const isFull = seatsWord(event.seats).kind === "full";
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": url,
    url,
    name: event.title,
    description: event.summary,
    startDate: offsetTime(event.startsAt, event.timeZone),
    endDate: offsetTime(event.endsAt, event.timeZone),
    inLanguage: event.language,
    eventStatus: `https://schema.org/${event.status === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `https://schema.org/${onSite ? "Mixed" : "Online"}EventAttendanceMode`,
    location: onSite ? [online, onSite] : online,
    organizer: organizers(event, setting),
    performer: event.speakers.map(({ name, organisation }) => ({
      "@type": "Person",
      name,
      ...(organisation ? { affiliation: { "@type": "Organization", name: organisation } } : {}),
    })),
    isAccessibleForFree: true,
    offers: {
      "@type": "Offer",
      price: 0,
      priceCurrency: "EUR",
      url: `${url}#anmelden`,
      availability: `https://schema.org/${isFull ? "SoldOut" : "InStock"}`,
    },
    ...(series ? { superEvent: series } : {}),
  };
}
