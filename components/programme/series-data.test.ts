import { expect, it } from "vitest";
import { seriesData } from "./series-data";
import { anEvent } from "./testing/an-event";

const series = {
  ...({ id: "ser_1", allianceId: "all_1", networkId: "net_1", slug: "woche", colour: null } as const),
  ...{ title: "Woche", summary: "Kurz", titleEn: "Week", summaryEn: "" },
  ...{ startsOn: "2027-10-29", endsOn: "2027-11-02", createdAt: new Date("2027-01-01T00:00:00Z") },
};
const host = {
  ...({ id: "net_1", slug: "sensorik", name: "Sensorik", mark: "SO", colour: "#000" } as const),
  ...{ logoId: null, logoAlt: "" },
};
const event = anEvent({
  ...{ id: "evt_1", slug: "ki", seriesId: "ser_1", networks: [host] },
  startsAt: new Date("2027-10-31T00:30:00Z"),
  endsAt: new Date("2027-10-31T02:00:00Z"),
});

it("tells search engines of a series, who hosts it and what is in it, in the language of the page", () => {
  const view = { events: [event], total: 1, hosts: [host] };
  const origin = "https://plenum.example.org";
  const data = seriesData({ series, view }, { origin, locale: "en" });
  expect(data).toMatchObject({
    "@type": "EventSeries",
    url: `${origin}/en/s/woche`,
    name: "Week",
    startDate: "2027-10-29",
    endDate: "2027-11-02",
    organizer: [{ name: "Sensorik", url: `${origin}/en/n/sensorik` }],
    subEvent: [
      {
        url: `${origin}/en/e/ki`,
        startDate: "2027-10-31T02:30:00+02:00",
        endDate: "2027-10-31T03:00:00+01:00",
      },
    ],
  });
  expect(seriesData({ series, view }, { origin, locale: "de" })).toMatchObject({ name: "Woche" });
});
