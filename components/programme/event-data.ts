import type {
  Event,
  EventSeries,
  Offer,
  Organization,
  Place,
  VirtualLocation,
  WithContext,
} from "schema-dts";
import type { EventDetail } from "@/components/programme/event-views";
import { seatsWord } from "@/components/programme/seats-word";
import { seriesTitle } from "@/domain/programme/labels";
import { closedReason } from "@/domain/registration/rules/window";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { offsetTime } from "@/lib/time/offset";

type Setting = { origin: string; locale: Locale; now: Date };

const organizers = (event: EventDetail, { origin, locale }: Setting): Organization[] =>
  event.networks.map(({ name, slug }) => ({
    "@type": "Organization",
    name,
    url: `${origin}${href(locale, `/n/${slug}`)}`,
  }));

/** A place to be had, from when on; there is none once nobody can register any more, full or not. */
function offerOf(event: EventDetail, url: string, now: Date): Offer | undefined {
  const closed = closedReason(event, now);
  if (closed && closed !== "not_open_yet") return undefined;
  const from = event.registrationOpensAt;
  return {
    "@type": "Offer",
    price: 0,
    priceCurrency: "EUR",
    url: `${url}#anmelden`,
    ...(from ? { validFrom: offsetTime(from, event.timeZone) } : {}),
    availability: `https://schema.org/${seatsWord(event.seats).kind === "full" ? "SoldOut" : "InStock"}`,
  };
}

const STATUS = { cancelled: "EventCancelled", postponed: "EventPostponed" } as const;

/** Whether it takes place, and on which day it was meant to first. */
function statusOf({ status, postponedFrom, timeZone }: EventDetail) {
  const isMoved = postponedFrom !== null && status !== "cancelled" && status !== "postponed";
  const off = status === "cancelled" || status === "postponed" ? STATUS[status] : undefined;
  return {
    eventStatus: `https://schema.org/${off ?? (isMoved ? "EventRescheduled" : "EventScheduled")}` as const,
    ...(isMoved ? { previousStartDate: offsetTime(postponedFrom, timeZone) } : {}),
  };
}

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
        name: seriesTitle(event.series, locale),
        url: `${origin}${href(locale, `/s/${event.series.slug}`)}`,
      }
    : undefined;
  const offer = offerOf(event, url, setting.now);
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
    ...statusOf(event),
    eventAttendanceMode: `https://schema.org/${onSite ? "Mixed" : "Online"}EventAttendanceMode`,
    location: onSite ? [online, onSite] : online,
    organizer: organizers(event, setting),
    performer: event.speakers.map(({ name, organisation }) => ({
      "@type": "Person",
      name,
      ...(organisation ? { affiliation: { "@type": "Organization", name: organisation } } : {}),
    })),
    isAccessibleForFree: true,
    ...(offer ? { offers: offer } : {}),
    ...(series ? { superEvent: series } : {}),
  };
}
