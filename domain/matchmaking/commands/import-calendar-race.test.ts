import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db, type Transaction } from "@/db/client";
import { calendarImports } from "@/db/schema/matchmaking-availability";
import { personActor } from "@/db/testing/actors";
import { worstOf } from "@/db/testing/races";
import { everyRowTakesTime } from "@/db/testing/slow-rows";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import type { Id } from "@/lib/ids";
import { importCalendar } from "./import-calendar";

const guard = vi.hoisted(() => ({ on: true }));
vi.mock("../internal/bookings", async (load) => {
  const real = await load<typeof import("../internal/bookings")>();
  const lockCalendars = async (tx: Transaction, personIds: readonly Id<"person">[]) => {
    if (guard.on) await real.lockCalendars(tx, personIds);
  };
  return { ...real, lockCalendars };
});

// A calendar takes its time to be kept, which only widens what is always between counting and writing.
beforeAll(async () => {
  await everyRowTakesTime("calendar_imports", { on: "insert", seconds: 0.05 });
});

/** Somebody with four calendars brings another to each of three events at the same moment: how many they have then. */
async function atOnce(): Promise<number> {
  const events = [await aTalkEvent(), await aTalkEvent(), await aTalkEvent()];
  const [first, ...others] = events;
  if (!first) throw new Error("no event");
  const { person } = await aTaker(first);
  for (const event of others) await aTaker(event, { personId: person.id, email: person.email });
  const bring = ({ id: eventId }: (typeof events)[number], source: string) => {
    const read = { address: null, source, tentativeBlocks: true, busy: [], problems: 0 };
    return importCalendar({ actor: personActor(person), input: { eventId, ...read } });
  };
  for (let nth = 0; nth < 4; nth++) expect((await bring(first, `calendar ${nth}`)).ok).toBe(true);
  await Promise.all(events.map((event) => bring(event, `of ${event.id}`)));
  return db().$count(calendarImports, eq(calendarImports.personId, person.id));
}

describe("calendars that one person brings to several events at once", { timeout: 120_000 }, () => {
  it("are five at most", async () => {
    for (let round = 0; round < 4; round++) expect(await atOnce()).toBe(5);
  });

  it("are more without the turns of that person", async () => {
    guard.on = false;
    expect(await worstOf(atOnce, 5)).toBeGreaterThan(5);
    guard.on = true;
  });
});
