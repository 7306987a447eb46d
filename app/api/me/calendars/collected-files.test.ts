import { readFileSync } from "node:fs";
import { asc, eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { busyTimes, calendarImports } from "@/db/schema/matchmaking-availability";
import { logins } from "@/db/schema/people";
import { readerProgram } from "@/db/testing/reader-program";
import { filesPost, loginCookieOf } from "@/db/testing/requests";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { importWindow } from "@/lib/ics/reading/limits";
import type { readApart as Read } from "@/lib/ics/reading/read-apart";
import { readCalendar } from "@/lib/ics/reading/read-calendar";
import { type Collected, collectedFile, collection, hasCollection } from "@/lib/ics/testing/collection";
import type { Id } from "@/lib/ids";
import { setClock } from "@/lib/time/clock";
import { POST as bring } from "./route";

/** The stack bundles the thread; here the test does. */
const built = vi.hoisted(() => ({ program: "" }));
vi.mock("@/lib/ics/reading/read-apart", async (original) => {
  const real = await original<{ readApart: typeof Read }>();
  const readApart: typeof Read = (file, request) => real.readApart(file, request, { program: built.program });
  return { ...real, readApart };
});

const files = collection();
const EVER = { from: Date.parse("1900-01-01T00:00:00Z"), to: Date.parse("2200-01-01T00:00:00Z") };
const asked = { zone: "Europe/Berlin", tentativeBlocks: true };
const nowhere = { params: Promise.resolve({}) };
const MEGABYTE = 1024 * 1024;

let restore: () => void = () => undefined;
afterEach(() => restore());

/** A day before the first thing in the file, so that an import of today keeps it. */
function dayFor(name: string): Date {
  const reading = readCalendar(collectedFile(name), { ...asked, period: EVER });
  const [first] = reading.ok ? [...reading.busy, ...reading.occurrences] : [];
  return new Date(first ? first.startsAt - 86_400_000 : Date.parse("2026-11-30T09:00:00Z"));
}

let clients = 0;
async function aPersonWhoBrings() {
  const event = await aTalkEvent();
  const { person } = await aTaker(event);
  const cookie = await loginCookieOf(person);
  // Some of the files are about years to come.
  await db()
    .update(logins)
    .set({ expires: new Date("2100-01-01T00:00:00Z") })
    .where(eq(logins.userId, person.id));
  // A house of its own for each: nobody brings so many.
  const address = `192.0.${Math.floor(clients / 250)}.${(clients++ % 250) + 1}`;
  const post = async (name: string) => {
    const said = {
      fields: { eventId: event.id },
      parts: [["file", { name, content: collectedFile(name) }]] as const,
    };
    const startedAt = performance.now();
    const response = await bring(filesPost("/api/me/calendars", said, { cookie, address }), nowhere);
    return { response, seconds: (performance.now() - startedAt) / 1000 };
  };
  return { person, post };
}

const kept = (personId: Id<"person">) =>
  db()
    .select({ startsAt: busyTimes.startsAt, endsAt: busyTimes.endsAt })
    .from(busyTimes)
    .innerJoin(calendarImports, eq(calendarImports.id, busyTimes.importId))
    .where(eq(calendarImports.personId, personId))
    .orderBy(asc(busyTimes.startsAt));

/** What the next import is judged by: the same person, the same process. */
async function expectNextToWork({
  person,
  post,
}: Awaited<ReturnType<typeof aPersonWhoBrings>>): Promise<void> {
  restore();
  restore = setClock(() => new Date("2019-03-01T00:00:00Z"));
  expect((await post("rie__one_event.ics")).response.status).toBe(200);
  expect(await kept(person.id)).toContainEqual({
    startsAt: new Date("2019-03-04T07:00:00Z"),
    endsAt: new Date("2019-03-04T07:30:00Z"),
  });
}

async function expectOutcome({ name, outcome }: Collected): Promise<void> {
  const now = dayFor(name);
  restore = setClock(() => now);
  const who = await aPersonWhoBrings();
  const before = process.memoryUsage().rss;
  const { response, seconds } = await who.post(name);
  expect(process.memoryUsage().rss - before, "bytes of memory").toBeLessThan(150 * MEGABYTE);
  expect(seconds, "seconds").toBeLessThan(outcome === "hostile" ? 2 : 5);
  expect(response.status).toBe(outcome === "reject" ? 422 : 200);
  const { from, to } = importWindow(now);
  const period = { from: from.getTime(), to: to.getTime() };
  const reading = readCalendar(collectedFile(name), { ...asked, period });
  const expected = reading.ok ? reading.busy : [];
  const rows = async () =>
    (await kept(who.person.id)).map(({ startsAt, endsAt }) => ({
      startsAt: startsAt.getTime(),
      endsAt: endsAt.getTime(),
    }));
  expect(await rows()).toEqual(expected);
  expect((await who.post(name)).response.status).toBe(response.status);
  expect(await rows(), "the same rows when it comes again").toEqual(expected);
  const imports = eq(calendarImports.personId, who.person.id);
  expect(await db().$count(calendarImports, imports)).toBe(reading.ok ? 1 : 0);
  await expectNextToWork(who);
}

describe.skipIf(!hasCollection)(
  "each of the collected calendars, brought by somebody",
  { timeout: 60_000 },
  () => {
    beforeAll(async () => {
      built.program = await readerProgram("collected-files");
    });

    it("is read by a program that can ask nobody", () => {
      const source = readFileSync(built.program, "utf8");
      expect(source).not.toMatch(/from "(?:node:)?(?:http|https|http2|net|tls|dns|dgram|child_process)"/);
      expect(source).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket\(/);
    });

    it.each(files.map((file) => [file.name, file] as const))("%s", async (_name, file) => {
      await expectOutcome(file);
    });
  },
);
