import { expect, it } from "vitest";
import { eventData } from "./event-data";
import { anEventInDetail } from "./testing/an-event";
import { seatCounts } from "./testing/seat-counts";

const event = anEventInDetail({
  ...{ id: "evt_1", slug: "ki", title: "KI", summary: "Kurz", kind: "webinar", mode: "stage" },
  startsAt: new Date("2027-10-31T00:30:00Z"),
  endsAt: new Date("2027-10-31T02:00:00Z"),
  networks: [
    {
      ...{ id: "net_1", slug: "sensorik", name: "Sensorik", mark: "SO", colour: "#000" },
      ...{ logoId: null, logoAlt: "" },
    },
  ],
  seats: seatCounts(2, 2),
  series: { slug: "woche", title: "Woche", titleEn: "Week" },
  speakers: [
    {
      ...{ id: "spk_1", name: "Amara", organisation: "Werk", role: "", bioDe: "", bioEn: "" },
      pictureId: null,
    },
  ],
});
const setting = {
  origin: "https://plenum.example.org",
  locale: "en",
  now: new Date("2027-10-01T10:00:00Z"),
} as const;

it("says when, where, by whom and whether there is a place, with the zone of that day", () => {
  expect(eventData(event, setting)).toMatchObject({
    url: "https://plenum.example.org/en/e/ki",
    startDate: "2027-10-31T02:30:00+02:00",
    endDate: "2027-10-31T03:00:00+01:00",
    eventStatus: "https://schema.org/EventScheduled",
    eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
    organizer: [{ name: "Sensorik" }],
    offers: { availability: "https://schema.org/SoldOut" },
    superEvent: { url: "https://plenum.example.org/en/s/woche" },
  });
});

it("a hybrid event has two places, a cancelled one says so", () => {
  const hybrid = eventData({ ...event, place: "Musterstadt", status: "cancelled" }, setting);
  expect(hybrid).toMatchObject({
    eventStatus: "https://schema.org/EventCancelled",
    eventAttendanceMode: "https://schema.org/MixedEventAttendanceMode",
    location: [{ "@type": "VirtualLocation" }, { "@type": "Place", name: "Musterstadt" }],
  });
});

it.each([
  ["called off", { status: "cancelled" }, setting.now],
  ["ended", { status: "ended" }, setting.now],
  ["over", {}, event.endsAt],
  ["closed", { registrationClosesAt: setting.now }, setting.now],
] as const)(
  "offers a place while somebody can register, and none for an event that is %s",
  (_, change, now) => {
    const free = { ...event, seats: { ...event.seats, confirmed: 1 } };
    expect(eventData(free, setting)).toMatchObject({
      offers: { availability: "https://schema.org/InStock" },
    });
    expect(eventData({ ...free, ...change }, { ...setting, now })).not.toHaveProperty("offers");
  },
);

it("says of an event that is put off that it is, and of one that was moved from when", () => {
  const off = eventData({ ...event, status: "postponed" }, setting);
  expect(off).toMatchObject({ eventStatus: "https://schema.org/EventPostponed" });
  expect(off).not.toHaveProperty("offers");
  const postponedFrom = new Date("2027-10-12T08:00:00Z");
  expect(eventData({ ...event, postponedFrom }, setting)).toMatchObject({
    eventStatus: "https://schema.org/EventRescheduled",
    previousStartDate: "2027-10-12T10:00:00+02:00",
  });
});

it("says from when on a place can be had, before registration opens too", () => {
  const registrationOpensAt = new Date(setting.now.getTime() + 3_600_000);
  const { offers } = eventData({ ...event, registrationOpensAt }, setting) as {
    offers?: { validFrom?: string };
  };
  expect(new Date(offers?.validFrom ?? "").getTime()).toBe(registrationOpensAt.getTime());
});
