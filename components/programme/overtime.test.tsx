import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { EventPage } from "@/components/programme/event-page";
import { EventRow } from "@/components/programme/event-row";
import type { EventDetail } from "@/components/programme/event-views";
import { openEvents } from "@/components/programme/home-view";
import { anEventInDetail } from "@/components/programme/testing/an-event";
import { markupOf } from "@/components/testing/markup";
import { type Locale, locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";

const at = (clock: string) => new Date(`2026-11-12T${clock}:00Z`);
const event = anEventInDetail({ status: "live", startsAt: at("10:00"), endsAt: at("11:00") });

const nobody = { people: [], others: 0 };
const words = { de: messages.de.public, en: messages.en.public };
const closed = { de: "Anmeldung geschlossen", en: "Registration is closed" };
const room = { de: 'href="/room/werkstatt"', en: 'href="/en/room/werkstatt"' };
const render = (locale: Locale, node: ReactNode) => markupOf(node, locale);

const pageOf = (locale: Locale, now: Date, shown = event) =>
  render(
    locale,
    <EventPage
      event={shown}
      questions={[]}
      materials={[]}
      also={[]}
      present={nobody}
      locale={locale}
      now={now}
    />,
  );

describe.each(locales)("an event that runs over its planned end (%s)", (locale) => {
  const now = at("11:20");

  it("takes no more registrations, and its page leads into the room", () => {
    const html = pageOf(locale, now);
    expect(html).toContain(closed[locale]);
    expect(html).toContain(room[locale]);
    expect(html).not.toContain(words[locale].event.ended);
    expect(html).not.toContain('action="/api/registrations"');
    expect(html).not.toContain('href="#anmelden"');
  });

  it("is live in its row and not past, and stands among what is ahead", () => {
    const row = render(locale, <EventRow event={event} locale={locale} now={now} />);
    expect(row).toContain(words[locale].badges.live);
    expect(row).toContain(words[locale].actions.enter);
    expect(row).not.toContain(words[locale].badges.past);
  });

  it("is over for all of them once it has ended", () => {
    const ended = { ...event, status: "ended" } as const;
    expect(pageOf(locale, at("10:30"), ended)).toContain(words[locale].event.ended);
    const row = render(locale, <EventRow event={ended} locale={locale} now={at("10:30")} />);
    expect(row).toContain(words[locale].badges.past);
    expect(row).not.toContain(words[locale].badges.live);
  });

  it("has its form before its end, and none once registration was closed earlier", () => {
    expect(pageOf(locale, at("10:30"))).toContain('action="/api/registrations"');
    const early = { ...event, status: "published", registrationClosesAt: at("09:00") } as const;
    const html = pageOf(locale, at("09:30"), early);
    expect(html).toContain(closed[locale]);
    expect(html).not.toContain(room[locale]);
  });
});

it("the home page keeps what runs over among what is on now, and drops what is over or called off", () => {
  const of = (status: EventDetail["status"]) => openEvents([{ ...event, status }], at("11:20"));
  expect(of("live")).toMatchObject({ live: [{ id: event.id }], ahead: [] });
  for (const status of ["published", "ended", "cancelled"] as const)
    expect(of(status)).toEqual({ live: [], ahead: [] });
  expect(openEvents([{ ...event, status: "published" }], at("09:50")).ahead).toHaveLength(1);
});
