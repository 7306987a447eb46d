import { describe, expect, it } from "vitest";
import type { EventSummary } from "@/components/programme/event-views";
import { eventFilter, matches } from "./event-filter";
import { seatCounts } from "./testing/seat-counts";

const event: EventSummary = {
  id: "evt_aaaaaa",
  slug: "a",
  kind: "webinar",
  mode: "stage",
  status: "published",
  title: "Wärmewende im Gewerbegebiet",
  summary: "Netze und Speicher",
  description: "",
  language: "de",
  topics: ["energiewende"],
  startsAt: new Date(0),
  endsAt: new Date(1),
  timeZone: "Europe/Berlin",
  registrationClosesAt: null,
  place: null,
  networkId: "net_aaaaaa",
  seriesId: null,
  publishedAt: null,
  calendarSequence: 0,
  calendarChangedAt: null,
  networks: [
    { id: "net_aaaaaa", slug: "energie", name: "Energiewende Nordkante", mark: "EN", colour: "#806000" },
  ],
  seats: seatCounts(null, 0),
};

describe("calendar filters", () => {
  it.each([
    [{}, true],
    [{ q: "warmewende SPEICHER" }, true],
    [{ q: "nordkante" }, true],
    [{ q: "quanten" }, false],
    [{ topic: ["energiewende", "sensorik"] }, true],
    [{ topic: "sensorik" }, false],
    [{ kind: "webinar", language: "de" }, true],
    [{ kind: "webinar", language: "en" }, false],
    [{ network: "energie" }, true],
    [{ network: "other" }, false],
  ])("%j", (query, expected) => {
    expect(matches(event, eventFilter.parse(query))).toBe(expected);
  });

  it("drops what it does not know instead of failing", () => {
    expect(eventFilter.parse({ topic: ["<script>"], kind: "party", q: 7, __proto__: "x" })).toMatchObject({
      topic: [],
      kind: [],
      q: "",
    });
  });
});
