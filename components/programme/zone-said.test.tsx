import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { NextUp } from "@/components/account/next-up";
import type { WeekEntry } from "@/components/account/week";
import { DayColumns } from "@/components/programme/day-columns";
import { EventRow } from "@/components/programme/event-row";
import { LiveNow } from "@/components/programme/live-now";
import { anEvent } from "@/components/programme/testing/an-event";
import { markupOf } from "@/components/testing/markup";
import { type Locale, locales } from "@/lib/i18n/locales";

const zone = "America/New_York";
const now = new Date("2026-11-12T15:20:00Z");
const event = anEvent({
  ...{ status: "live", timeZone: zone },
  startsAt: new Date("2026-11-12T15:00:00Z"),
  endsAt: new Date("2026-11-12T16:30:00Z"),
});
const talk: WeekEntry = {
  kind: "talk",
  key: "mtg_abroad",
  ...{ startsAt: event.startsAt, endsAt: event.endsAt, over: false, live: true },
  meeting: {
    meetingId: "mtg_abroad",
    phase: "live",
    ...{
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      table: null,
      others: [],
      outcome: null,
      canSayOutcome: true,
    },
    me: "per_me",
    partner: { personId: "per_ben", name: "Ben Beispiel", organisation: "" },
    event: { id: event.id, slug: event.slug, title: event.title, timeZone: zone },
  },
};

/** What stands there for a reader, without the marks of the page. */
const textOf = (locale: Locale, node: ReactNode) =>
  markupOf(node, locale)
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
