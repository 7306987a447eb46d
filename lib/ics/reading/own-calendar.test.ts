import { describe, expect, it, vi } from "vitest";
import type { Fetched, FetchLimits } from "@/lib/net/fetch-public";
import { busyAtAddress } from "./own-calendar";
import { readCalendar } from "./read-calendar";

const read = vi.hoisted(() => ({ files: 0 }));
// The thread is the stack's; what it says is the same as here.
vi.mock("./read-apart", () => ({
  readApart: async (...given: Parameters<typeof readCalendar>) => {
    read.files += 1;
    return readCalendar(...given);
  },
}));

const reader = { zone: "Europe/Berlin", tentativeBlocks: true, now: new Date("2027-03-01T00:00:00Z") };
const bytes = (text: string) => new TextEncoder().encode(text);
const CALENDAR = [
  ...["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART:20270310T090000Z", "DURATION:PT1H"],
  ...["END:VEVENT", "END:VCALENDAR"],
].join("\r\n");

/** What a server answers, and with what limits it was asked. */
async function at(answer: Fetched) {
  const asked: FetchLimits[] = [];
  read.files = 0;
  const result = await busyAtAddress("https://example.org/a.ics", reader, async (_address, limits) => {
    asked.push(limits);
    return answer;
  });
  return { result, asked, files: read.files };
}

describe("S47: a calendar at an address", () => {
  it("may have 5 MB, 10 seconds and three redirects", async () => {
    const { asked, result } = await at({ ok: true, bytes: bytes(CALENDAR), type: "text/calendar" });
    expect(asked).toEqual([{ bytes: 5 * 1024 * 1024, ms: 10_000, redirects: 3 }]);
    const [startsAt, endsAt] = ["2027-03-10T09:00:00Z", "2027-03-10T10:00:00Z"].map((text) => new Date(text));
    expect(result).toEqual({ ok: true, busy: [{ startsAt, endsAt }], problems: 0 });
  });

  it.each(["text/html", "text/html; charset=utf-8", "TEXT/HTML", "application/xhtml+xml"])(
    "is none as %s, which is not even read",
    async (type) => {
      const { result, files } = await at({ ok: true, bytes: bytes(CALENDAR), type });
      expect([result, files]).toEqual([{ ok: false, reason: "not_a_calendar" }, 0]);
    },
  );

  it("is none where a page to sign in calls itself one", async () => {
    const page = bytes("<!doctype html><title>Anmelden</title>");
    const { result } = await at({ ok: true, bytes: page, type: "text/calendar" });
    expect(result).toEqual({ ok: false, reason: "not_a_calendar" });
  });

  it.each(["address_refused", "unreachable", "too_large", "too_slow"] as const)(
    "%s is said as it is",
    async (reason) => {
      expect((await at({ ok: false, reason })).result).toEqual({ ok: false, reason });
    },
  );
});
