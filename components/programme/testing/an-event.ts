import type { EventDetail, EventSummary } from "@/components/programme/event-views";
import { homeZone } from "@/lib/i18n/locales";
import { seatCounts } from "./seat-counts";

const HOUR_MS = 3_600_000;

/** An event as a list shows it: a published workshop of one hour with free seats. A test says what of it matters. */
export function anEvent(values: Partial<EventSummary> = {}): EventSummary {
  const { startsAt = new Date("2026-11-12T10:00:00Z") } = values;
  return {
    ...{ id: "evt_one001", slug: "werkstatt", kind: "workshop", mode: "roundtable", status: "published" },
    ...{ title: "Werkstatt", summary: "", description: "", language: "de", topics: [], place: null },
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + HOUR_MS), timeZone: homeZone },
    ...{ registrationOpensAt: null, registrationClosesAt: null, publishedAt: null },
    ...{ networkId: "net_one001", seriesId: null, networks: [], seats: seatCounts(20, 12) },
    ...{ calendarSequence: 0, calendarChangedAt: null },
    ...values,
  };
}

/** The same as its own page shows it: of no series, and with nothing planned in it. */
export const anEventInDetail = (values: Partial<EventDetail> = {}): EventDetail => ({
  ...anEvent(values),
  ...{ membersOnly: false, membersBy: ["list", "domain"], postponedFrom: null, series: null, talks: null },
  ...{ agenda: [], speakers: [], contactEmail: "netz@example.org" },
  ...values,
});
