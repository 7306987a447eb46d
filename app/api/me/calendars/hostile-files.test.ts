import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { busyTimes, calendarImports } from "@/db/schema/matchmaking-availability";
import { readerProgram } from "@/db/testing/reader-program";
import { filesPost, formPost, loginCookieOf } from "@/db/testing/requests";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import type { readApart as Read } from "@/lib/ics/reading/read-apart";
import { POST as bring } from "./route";

/** The stack bundles the thread; here the test does. */
const built = vi.hoisted(() => ({ program: "" }));
vi.mock("@/lib/ics/reading/read-apart", async (original) => {
  const real = await original<{ readApart: typeof Read }>();
  const readApart: typeof Read = (file, request) => real.readApart(file, request, { program: built.program });
  return { ...real, readApart };
});

const nowhere = { params: Promise.resolve({}) };
const DAY = 24 * 3_600_000;
const wire = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");
/** A full hour tomorrow. */
const tomorrow = new Date(Math.ceil((Date.now() + DAY) / 3_600_000) * 3_600_000);
const hour = { startsAt: tomorrow, endsAt: new Date(tomorrow.getTime() + 3_600_000) };
const PLAIN = ["BEGIN:VEVENT", "UID:one@example.org", `DTSTART:${wire(tomorrow)}`, "DURATION:PT1H"];
const file = (...lines: string[]) =>
  new TextEncoder().encode(["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR"].join("\r\n"));

let clients = 0;
async function aPersonWhoBrings() {
  const event = await aTalkEvent();
  const { person } = await aTaker(event);
  const cookie = await loginCookieOf(person);
  const address = `192.0.2.${++clients}`;
  const bringFile = async (content: Uint8Array<ArrayBuffer>) => {
    const said = { fields: { eventId: event.id }, parts: [["file", { name: "a.ics", content }]] as const };
    const startedAt = performance.now();
    const response = await bring(filesPost("/api/me/calendars", said, { cookie, address }), nowhere);
    return {
      status: response.status,
      text: await response.text(),
      seconds: (performance.now() - startedAt) / 1000,
    };
  };
  const mine = eq(calendarImports.personId, person.id);
  const kept = () =>
    db()
      .select({ startsAt: busyTimes.startsAt, endsAt: busyTimes.endsAt })
      .from(busyTimes)
      .innerJoin(calendarImports, eq(calendarImports.id, busyTimes.importId))
      .where(mine);
  return { event, person, cookie, address, bringFile, kept };
}

beforeAll(async () => {
  built.program = await readerProgram("hostile-files");
});

describe("S49: a file that is mostly nothing, brought by somebody", { timeout: 60_000 }, () => {
  it.each([
    ["200,000 empty lines", [...PLAIN, "\r\n".repeat(200_000), "END:VEVENT"]],
    [
      "200,000 blanks in one parameter",
      [...PLAIN, `EXDATE;X=${" ".repeat(200_000)}y:20260101T080000Z`, "END:VEVENT"],
    ],
    ["200,000 blanks before a value", [...PLAIN, `SUMMARY:${" ".repeat(200_000)}y`, "END:VEVENT"]],
    ["a line that is folded 200,000 times", [...PLAIN, `SUMMARY:x${"\r\n x".repeat(200_000)}`, "END:VEVENT"]],
    [
      "an alarm that rings 999,999,999 times",
      [
        ...PLAIN,
        "BEGIN:VALARM",
        "TRIGGER:-PT15M",
        "DURATION:PT1S",
        "REPEAT:999999999",
        "END:VALARM",
        "END:VEVENT",
      ],
    ],
    [
      "20,000 alarms",
      [...PLAIN, ...Array.from({ length: 20_000 }, () => "BEGIN:VALARM\r\nEND:VALARM"), "END:VEVENT"],
    ],
  ])("%s is read within two seconds, and says what it says", async (_name, lines) => {
    const who = await aPersonWhoBrings();
    const { status, seconds } = await who.bringFile(file(...lines));
    expect(status).toBe(200);
    expect(seconds).toBeLessThan(2);
    expect(await who.kept()).toEqual([hour]);
  });

  it.each([
    [
      "components within components, 10,000 deep",
      file(...Array.from({ length: 10_000 }, () => "BEGIN:VEVENT")),
    ],
    ["more lines than are read", file("\r\n".repeat(450_000))],
    ["something packed", new Uint8Array(gzipSync("BEGIN:VCALENDAR".repeat(10_000)))],
    ["nothing but NUL", new Uint8Array(10_000)],
  ])(
    "%s is refused within the time, never an error of ours, and the next file is read",
    async (_name, content) => {
      const who = await aPersonWhoBrings();
      const { status, seconds, text } = await who.bringFile(content);
      expect([200, 422]).toContain(status);
      expect(seconds).toBeLessThan(5);
      expect(text).not.toMatch(/at .+\.(?:ts|mjs):\d+/);
      expect(await who.kept()).toEqual([]);
      expect((await who.bringFile(file(...PLAIN, "END:VEVENT"))).status).toBe(200);
      expect(await who.kept()).toEqual([hour]);
    },
  );

  it("a rule that never ends is cut where an import ends, and told of", async () => {
    const who = await aPersonWhoBrings();
    const lines = [...PLAIN.slice(0, 3), "DURATION:PT1S", "RRULE:FREQ=SECONDLY;INTERVAL=2", "END:VEVENT"];
    const { status, seconds } = await who.bringFile(file(...lines));
    expect(status).toBe(200);
    expect(seconds).toBeLessThan(5);
    expect((await who.kept()).length).toBeLessThanOrEqual(2_000);
    const [row] = await db()
      .select()
      .from(calendarImports)
      .where(eq(calendarImports.personId, who.person.id));
    expect(row?.problems).toBeGreaterThan(0);
  });
});

describe("S46: an address inside our house", () => {
  it.each([
    ...[
      "http://127.0.0.1/a.ics",
      "http://localhost:5432/",
      "http://[::1]/",
      "http://[::ffff:127.0.0.1]/",
      "http://0/",
    ],
    ...[
      "http://2130706433/",
      "http://169.254.169.254/latest/meta-data/",
      "http://10.1.2.3/",
      "http://172.16.0.1/",
    ],
    ...[
      "http://192.168.1.1/",
      "http://[fe80::1]/",
      "http://[fd12::1]/",
      "http://100.64.0.1/",
      "http://user@127.0.0.1/",
    ],
    ...[
      "file:///etc/passwd",
      "gopher://127.0.0.1:70/",
      "ftp://127.0.0.1/a.ics",
      "webcal://127.0.0.1/a.ics",
      "data:text/calendar,x",
    ],
  ])("%s gets the one answer of all", async (address) => {
    const who = await aPersonWhoBrings();
    const fields = { eventId: who.event.id, address };
    const response = await bring(
      formPost("/api/me/calendars", fields, { cookie: who.cookie, json: true }),
      nowhere,
    );
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ failure: { kind: "invalid", reason: "address_refused" } });
    expect(await db().$count(calendarImports, eq(calendarImports.personId, who.person.id))).toBe(0);
  });
});
