import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { NextUp } from "@/components/account/next-up";
import type { WeekEntry } from "@/components/account/week";
import { DayColumns } from "@/components/programme/day-columns";
import { EventRow } from "@/components/programme/event-row";
import type { EventSummary } from "@/components/programme/event-views";
import { LiveNow } from "@/components/programme/live-now";
import { seatCounts } from "@/components/programme/testing/seat-counts";
import { type Locale, locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";

const zone = "America/New_York";
const now = new Date("2026-11-12T15:20:00Z");
const event: EventSummary = {
  id: "evt_abroad",
  slug: "werkstatt",
  kind: "workshop",
  mode: "roundtable",
  status: "live",
  title: "Werkstatt",
  summary: "",
  description: "",
  language: "de",
  topics: [],
  startsAt: new Date("2026-11-12T15:00:00Z"),
  endsAt: new Date("2026-11-12T16:30:00Z"),
  timeZone: zone,
  registrationOpensAt: null,
  registrationClosesAt: null,
  place: null,
  networkId: "net_abroad",
  seriesId: null,
  publishedAt: null,
  calendarSequence: 0,
  calendarChangedAt: null,
  networks: [],
  seats: seatCounts(20, 12),
};
const talk: WeekEntry = {
  kind: "talk",
  key: "mtg_abroad",
  ...{ startsAt: event.startsAt, endsAt: event.endsAt, over: false, live: true },
  meeting: {
    meetingId: "mtg_abroad",
    phase: "live",
    ...{ startsAt: event.startsAt, endsAt: event.endsAt, table: null, others: [], outcome: null },
    me: "per_me",
    partner: { personId: "per_ben", name: "Ben Beispiel", organisation: "" },
    event: { id: event.id, slug: event.slug, title: event.title, timeZone: zone },
  },
};

/** What stands there for a reader, without the marks of the page. */
const textOf = (locale: Locale, node: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="Europe/Berlin">
      {node}
    </NextIntlClientProvider>,
  )
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

describe.each(locales)("a clock never stands without its zone (%s)", (locale) => {
  const zoned = { de: "10:00 Uhr GMT-5", en: "10:00 GMT-5" }[locale];
  it.each([
    ["what is live now", <LiveNow key="live" events={[event]} locale={locale} now={now} />, zoned],
    ["what somebody is in now", <NextUp key="next" entry={talk} {...{ locale, zone, now }} />, zoned],
    ["an event in a list", <EventRow key="row" event={event} locale={locale} now={now} />, "11:30 GMT-5"],
    [
      "an event in a timetable",
      <DayColumns key="days" events={[event]} days={[event.startsAt]} today="" {...{ locale, zone }} />,
      "11:30 GMT-5",
    ],
  ])("%s", (_what, node, text) => {
    expect(textOf(locale, node)).toContain(text);
  });
});
