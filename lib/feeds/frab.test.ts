import { describe, expect, it } from "vitest";
import { create } from "xmlbuilder2";
import { type Conference, guidOf, numberOf, scheduleJson, scheduleXml, type Talk } from "./frab";

const talk = (values: Partial<Talk>): Talk => ({
  id: "evt_1",
  slug: "ki-am-sensor",
  url: "https://plenum.example.org/e/ki-am-sensor",
  title: "KI & <Sensoren>",
  abstract: "Kurz\u0000 gesagt",
  description: "",
  kind: "webinar",
  track: "sensorik",
  room: "Sensoriknetz",
  language: "de",
  startsAt: new Date("2027-03-28T00:30:00Z"),
  endsAt: new Date("2027-03-28T02:00:00Z"),
  people: [{ id: "spk_1", name: "Amara Feldkamp" }],
  ...values,
});

const conference: Conference = {
  acronym: "cluster-woche",
  title: "Clusterwoche",
  url: "https://plenum.example.org/s/clusterwoche",
  start: "2027-03-28",
  end: "2027-03-29",
  zone: "Europe/Berlin",
  days: [
    { date: "2027-03-28", talks: [talk({}), talk({ id: "evt_2", slug: "zweite", room: "KI-Netz" })] },
    {
      date: "2027-03-29",
      talks: [
        talk({
          id: "evt_3",
          slug: "dritte",
          startsAt: new Date("2027-03-29T08:00:00Z"),
          endsAt: new Date("2027-03-29T09:05:00Z"),
        }),
      ],
    },
  ],
};

describe("a programme in frab's form", () => {
  it("is readable XML with each talk once, its local clock and its length", () => {
    const read: unknown = create(scheduleXml(conference, "v1")).end({ format: "object" });
    expect(read).toMatchObject({
      schedule: {
        version: "v1",
        conference: { acronym: "cluster_woche", days: "2", timeslot_duration: "00:05" },
        day: [
          {
            "@index": "1",
            "@date": "2027-03-28",
            "@start": "2027-03-28T01:30:00+01:00",
            "@end": "2027-03-28T04:00:00+02:00",
            room: [
              {
                "@name": "Sensoriknetz",
                event: {
                  "@guid": guidOf("evt_1"),
                  "@id": String(numberOf("evt_1")),
                  date: "2027-03-28T01:30:00+01:00",
                  start: "01:30",
                  duration: "01:30",
                  slug: "plenum-ki-am-sensor",
                  title: "KI &amp; &lt;Sensoren&gt;",
                  abstract: "Kurz gesagt",
                  persons: { person: { "#": "Amara Feldkamp" } },
                },
              },
              { "@name": "KI-Netz" },
            ],
          },
          { "@index": "2", room: { event: { start: "10:00", duration: "01:05" } } },
        ],
      },
    });
  });

  it("says the same as JSON", () => {
    const { schedule } = JSON.parse(scheduleJson(conference, "v1"));
    expect(schedule.conference).toMatchObject({ daysCount: 2, time_zone_name: "Europe/Berlin" });
    expect(schedule.conference.rooms.map(({ name }: { name: string }) => name)).toEqual([
      "Sensoriknetz",
      "KI-Netz",
    ]);
    expect(schedule.conference.days[0].rooms.Sensoriknetz[0]).toMatchObject({
      guid: guidOf("evt_1"),
      start: "01:30",
      duration: "01:30",
      persons: [{ name: "Amara Feldkamp" }],
    });
  });

  it("keeps guid and number of an id for life, and they are what the form asks for", () => {
    expect(guidOf("evt_1")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(guidOf("evt_1")).not.toBe(guidOf("evt_2"));
    expect(Number.isSafeInteger(numberOf("evt_1")) && numberOf("evt_1") > 0).toBe(true);
  });
});
