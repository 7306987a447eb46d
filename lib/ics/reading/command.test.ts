import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { CALENDAR_BYTES } from "./limits";
import { readCalendar } from "./read-calendar";

// The thread is the stack's; what it says is the same as here.
vi.mock("./read-apart", () => ({
  readApart: async (...[file, request]: Parameters<typeof readCalendar>) =>
    file.length > CALENDAR_BYTES
      ? { ok: false, reason: "too_large", problems: [] }
      : readCalendar(file, request),
}));

const { main } = await import("./command");

const printed = { out: "", err: "" };
const folder = mkdtempSync(join(tmpdir(), "ics-read-"));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    printed.err += String(text);
    return true;
  });
});
beforeEach(() => {
  printed.out = "";
  printed.err = "";
});

function fileOf(lines: readonly string[]): string {
  const path = join(folder, `${crypto.randomUUID()}.ics`);
  writeFileSync(path, ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR"].join("\r\n"));
  return path;
}
const event = (uid: string, ...lines: string[]) => ["BEGIN:VEVENT", `UID:${uid}`, ...lines, "END:VEVENT"];
const read = async (...args: string[]) => ({
  code: await main(args),
  said: JSON.parse(printed.out || "null"),
});

const spring = ["--from", "2027-03-20", "--to", "2027-04-10"];

describe("npm run ics:read", () => {
  it("prints occurrences with their instants, which of them block, and what is wrong, and no title", async () => {
    const file = fileOf([
      ...event(
        "week",
        "SUMMARY:Geheim",
        "DTSTART;TZID=Europe/Berlin:20270321T100000",
        "DURATION:PT20M",
        "RRULE:FREQ=WEEKLY;COUNT=2",
      ),
      ...event("free", "TRANSP:TRANSPARENT", "DTSTART;VALUE=DATE:20270328"),
      ...event("bad", "DTSTART:morgen"),
    ]);
    const { code, said } = await read(file, ...spring, "--zone", "Europe/Berlin");
    expect(code).toBe(0);
    expect(said).toEqual({
      ...{ ok: true, events: 3, count: 3, freeBusy: [], problemCount: 1 },
      occurrences: expect.arrayContaining([
        {
          startsAt: "2027-03-21T09:00:00.000Z",
          endsAt: "2027-03-21T09:20:00.000Z",
          busy: true,
          allDay: false,
          uid: "week",
        },
        {
          startsAt: "2027-03-28T08:00:00.000Z",
          endsAt: "2027-03-28T08:20:00.000Z",
          busy: true,
          allDay: false,
          uid: "week",
        },
        {
          startsAt: "2027-03-27T23:00:00.000Z",
          endsAt: "2027-03-28T22:00:00.000Z",
          busy: false,
          allDay: true,
          uid: "free",
        },
      ]),
      busy: [
        { startsAt: "2027-03-21T09:00:00.000Z", endsAt: "2027-03-21T09:20:00.000Z" },
        { startsAt: "2027-03-28T08:00:00.000Z", endsAt: "2027-03-28T08:20:00.000Z" },
      ],
      problems: [{ code: "bad_start", uid: "bad" }],
    });
    expect(printed.out).not.toContain("Geheim");
  });

  it("the days begin at midnight of the zone, in which whole days and times without one are read as well", async () => {
    const file = fileOf(event("eve", "DTSTART:20270320T003000", "DURATION:PT10M"));
    const startsIn = async (zone: string) =>
      (await read(file, ...spring, "--zone", zone)).said.occurrences.map(
        ({ startsAt }: { startsAt: string }) => startsAt,
      );
    expect(await startsIn("America/New_York")).toEqual(["2027-03-20T04:30:00.000Z"]);
    printed.out = "";
    expect(await startsIn("Europe/Berlin")).toEqual(["2027-03-19T23:30:00.000Z"]);
    printed.out = "";
    const { said } = await read(
      file,
      "--from",
      "2027-03-20T00:00:00Z",
      "--to",
      "2027-03-21T00:00:00Z",
      "--zone",
      "Europe/Berlin",
    );
    expect(said.occurrences).toEqual([]);
  });

  it("what no import takes is said with its reason, and is no failure of the command", async () => {
    const torn = fileOf(["BEGIN:VEVENT", "UID:cut"]);
    expect(await read(torn, ...spring)).toMatchObject({ code: 0, said: { ok: false, reason: "damaged" } });
    printed.out = "";
    const large = join(folder, "large.ics");
    writeFileSync(large, "x".repeat(CALENDAR_BYTES + 2));
    expect(await read(large, ...spring)).toMatchObject({ code: 0, said: { ok: false, reason: "too_large" } });
  });

  it.each([
    ["no file", []],
    ["a file that is not there", ["nowhere.ics"]],
    ["a day that is none", ["any.ics", "--from", "2027-02-30"]],
    ["a zone that is none", ["any.ics", "--from", "2027-02-03", "--zone", "Mond/Tycho"]],
    ["an option that is none", ["any.ics", "--form", "2027-02-03"]],
  ])("%s ends with 1 and a sentence, not with a stack", async (_name, args) => {
    expect(await main(args)).toBe(1);
    expect(printed.out).toBe("");
    expect(printed.err).toMatch(/^[^\n]+\n$/);
  });
});
