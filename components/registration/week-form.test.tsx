import type { ComponentProps, ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { anEvent } from "@/components/programme/testing/an-event";
import { markupOf } from "@/components/testing/markup";
import type { EventSummary } from "@/domain/programme/queries";
import { MOST_OFFERED } from "@/domain/registration/labels";
import type { Locale } from "@/lib/i18n/locales";
import { WeekAnswers } from "./week-answers";
import { WeekForm } from "./week-form";

const MINUTE = 60_000;
const networkId = "net_one001" as const;
const series: ComponentProps<typeof WeekForm>["series"] = {
  ...{ id: "ser_week01", allianceId: "all_one001", networkId, slug: "woche", colour: null },
  ...{ title: "Woche", titleEn: "", summary: "", summaryEn: "" },
  ...{ startsOn: "2026-11-23", endsOn: "2026-11-27", createdAt: new Date("2026-01-01T00:00:00Z") },
};

/** One of many events that begin a minute after each other and take three hours. */
const nthEvent = (n: number, more: Partial<EventSummary> = {}): EventSummary =>
  anEvent({
    ...{ id: `evt_event${n}`, slug: `event-${n}`, title: `Termin ${n}`, networkId, seriesId: series.id },
    startsAt: new Date(Date.UTC(2026, 10, 24, 9) + n * MINUTE),
    endsAt: new Date(Date.UTC(2026, 10, 24, 12) + n * MINUTE),
    ...more,
  });

const markup = (locale: Locale, shown: ReactNode) => markupOf(shown, locale);
const form = (count: number, locale: Locale = "de") => {
  const week = Array.from({ length: count }, (_, n) => ({
    event: nthEvent(n),
    taken: false,
    questions: 0,
    talks: false,
  }));
  return markup(locale, <WeekForm series={series} week={week} locale={locale} />);
};

describe("the form of a series", () => {
  it("names three of those at the same time and how many more, and grows by the event, not by the pair", () => {
    const html = form(MOST_OFFERED);
    expect(html).toContain("Zur selben Zeit: Termin 1, Termin 2, Termin 3 und 96 weitere");
    expect(form(5, "en")).toContain("At the same time: Termin 1, Termin 2, Termin 3 and 1 more");
    const [ten, hundred] = [form(10).length, html.length];
    expect(hundred).toBeLessThan(ten * 10);
  });

  it("names no more where there are none, and says where its window ends", () => {
    const html = form(4);
    expect(html).toContain("Zur selben Zeit: Termin 1, Termin 2, Termin 3<");
    expect(html).not.toContain("die nächsten");
    expect(form(MOST_OFFERED)).toContain(`Hier stehen die nächsten ${MOST_OFFERED} Termine`);
  });
});

const allDay = {
  startsAt: new Date(Date.UTC(2026, 10, 24, 8)),
  endsAt: new Date(Date.UTC(2026, 10, 24, 17)),
};

it("warns of no long event during which another takes place, before the answer and in it", () => {
  const long = nthEvent(7, allDay);
  const week = [nthEvent(1), long].map((event) => ({ event, taken: false, questions: 0, talks: false }));
  const asked = markup("de", <WeekForm series={series} week={week} locale="de" />);
  expect(asked).not.toContain("Zur selben Zeit");
  const answered = (events: EventSummary[]) => {
    const answers = events.map((event) => ({
      ...{ event, outcome: "confirmed" as const, waitingPlace: null, questions: 0 },
    }));
    return markup("de", <WeekAnswers {...{ series, answers }} locale="de" mine={[]} />);
  };
  expect(answered([nthEvent(1), long])).not.toContain("überschneidet");
  expect(answered([nthEvent(1), nthEvent(2)])).toContain("überschneidet");
  expect(answered([long, nthEvent(8, allDay)])).toContain("überschneidet");
});

describe("the answer of that form", () => {
  const answer = (locale: Locale, registrationOpensAt: Date | null) => {
    const event = nthEvent(1, { registrationOpensAt });
    const answers = [{ event, outcome: "not_open_yet" as const, waitingPlace: null, questions: 0 }];
    return markup(locale, <WeekAnswers {...{ series, answers, locale }} mine={[]} />);
  };

  it("says from when on one can register", () => {
    const at = new Date("2026-11-20T08:00:00Z");
    expect(answer("de", at)).toMatch(/Anmeldung ab [^<]*20\.[^<]*9:00|Anmeldung ab [^<]*09:00/);
    expect(answer("en", at)).toMatch(/Registration opens [^<]*20[^<]*9:00/);
    expect(answer("de", null)).toContain("Anmeldung noch nicht offen");
  });
});
