import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { busyTimes, calendarImports } from "@/db/schema/matchmaking-availability";
import { aPerson } from "@/db/testing/makers";
import { CALENDAR_OCCURRENCES } from "@/lib/ics/reading/limits";
import { fetchCalendars } from "./own-calendars";

const HOUR = 3_600_000;

it("fetches what was not looked at for six hours, and keeps the last good copy of what can't be read", async () => {
  const { id: personId } = await aPerson();
  const bring = async (name: string, hoursAgo: number) => {
    const at = new Date(Date.now() - hoursAgo * HOUR);
    const address = `https://example.org/${name}.ics`;
    const [row] = await db()
      .insert(calendarImports)
      .values({ personId, address, source: address, readAt: at, triedAt: at })
      .returning();
    if (!row) throw new Error("the insert returned no row");
    await db()
      .insert(busyTimes)
      .values({ importId: row.id, startsAt: at, endsAt: new Date(at.getTime() + HOUR) });
    return row.id;
  };
  const [old, fresh, broken] = [await bring("old", 7), await bring("fresh", 1), await bring("broken", 8)];
  const asked: string[] = [];
  await fetchCalendars(async (address) => {
    asked.push(address);
    return address.includes("broken")
      ? { ok: false, reason: "not_a_calendar" }
      : { ok: true, busy: [], problems: 1 };
  });
  expect(asked).toEqual(["https://example.org/broken.ics", "https://example.org/old.ics"]);
  const state = async (id: typeof old) => {
    const [row] = await db().select().from(calendarImports).where(eq(calendarImports.id, id));
    return [row?.failure, row?.problems, await db().$count(busyTimes, eq(busyTimes.importId, id))];
  };
  expect(await state(old)).toEqual([null, 1, 0]);
  expect(await state(fresh)).toEqual([null, 0, 1]);
  expect(await state(broken)).toEqual(["not_a_calendar", 0, 1]);
  // Looked at just now: the next run has nothing to do.
  asked.length = 0;
  await fetchCalendars(async (address) => {
    asked.push(address);
    return { ok: false, reason: "unreachable" };
  });
  expect(asked).toEqual([]);
});

it("what can't be kept is not asked for again at once, and keeps nobody else from their turn", async () => {
  const { id: personId } = await aPerson();
  const at = new Date(Date.now() - 7 * HOUR);
  const address = "https://example.org/endless.ics";
  await db().insert(calendarImports).values({ personId, address, source: address, readAt: at, triedAt: at });
  const busy = Array.from({ length: CALENDAR_OCCURRENCES + 1 }, () => ({ startsAt: at, endsAt: at }));
  await fetchCalendars(async () => ({ ok: true, busy, problems: 0 }));
  const [row] = await db().select().from(calendarImports).where(eq(calendarImports.personId, personId));
  expect(row?.failure).toBe("too_hard");
  expect(row?.triedAt.getTime()).toBeGreaterThan(at.getTime());
});
