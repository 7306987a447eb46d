import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { people } from "@/db/schema/people";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { rooms } from "@/db/schema/rooms";
import { system } from "@/db/testing/actors";
import { aPerson, aRegistration } from "@/db/testing/makers";
import { talksAtOnce } from "@/db/testing/talks-at-once";
import { forgetRegistrations } from "@/domain/registration/commands/forget-registrations";
import { forgetEnv } from "@/lib/env";
import { main, SeedRefused } from "./cli";
import { clusterWeek } from "./cluster-week";
import { fingerprintOf } from "./demo-state";
import { foundation, programme } from "./rows";
import { resetDemo, seedDemo, shiftDemo } from "./seed";
import { DAY, MINUTE } from "./timetable";

const now = new Date("2026-11-12T09:25:00Z");
const tomorrow = new Date(now.getTime() + DAY);

/** Every row of the demo as text, without the names that LiveKit must never see twice. */
async function dump() {
  const tables = Object.entries({ ...foundation, ...programme });
  const lists = tables.map(async ([name, table]) => {
    const { rows } = await db().execute<{ row: string }>(
      sql`select (to_jsonb(t) - 'lk_name')::text as row from ${table} t order by 1`,
    );
    return [name, rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(lists));
}

const liveAt = async () => {
  const rows = await db().select({ endsAt: events.endsAt }).from(events).where(eq(events.status, "live"));
  return rows.map(({ endsAt }) => endsAt);
};

const act = (actorKind: "person" | "system", at: Date) =>
  db().insert(auditEntries).values({ at, command: "x", permission: "x", actorKind, outcome: "ok" });

beforeEach(() => resetDemo(now));

describe("seedDemo", () => {
  it("writes the same rows into every database", async () => {
    const first = await dump();
    expect(first.people).toHaveLength(520);
    expect(first.events).toHaveLength(13);
    await resetDemo(now);
    expect(await dump()).toEqual(first);
  });

  it("names every room anew", async () => {
    const names = async () => (await db().select({ name: rooms.lkName }).from(rooms)).map(({ name }) => name);
    const first = await names();
    await resetDemo(now);
    expect((await names()).filter((name) => first.includes(name))).toEqual([]);
  });

  it("writes once, and never into a database that holds something else", async () => {
    expect(await seedDemo(tomorrow)).toBe("already_seeded");
    await db().execute(sql`delete from settings`);
    expect(await seedDemo(now)).toBe("foreign_data");
  });

  it("keeps I1: no event has more confirmed people than seats", async () => {
    const { rows } = await db().execute(sql`
      select p.event_id from seat_plans p left join registrations r on r.event_id = p.event_id
      group by p.event_id
      having count(*) filter (where r.status = 'confirmed' and r.attendance = 'online') <> p.confirmed
          or count(*) filter (where r.status = 'confirmed' and r.attendance = 'onsite') <> p.onsite_confirmed
          or count(*) filter (where r.status = 'waiting') <> p.waiting
          or p.next_place <> coalesce(max(r.place), 0) + 1
          or p.confirmed > p.capacity`);
    expect(rows).toEqual([]);
  });

  it("keeps I4: nobody is in two talks at once", async () => {
    expect(await talksAtOnce()).toBe(0);
  });
});

describe("the command line", () => {
  it("refuses to reset a public installation, and words it does not know", async () => {
    await expect(main(["delete"])).rejects.toThrow(SeedRefused);
    process.env.PLENUM_ORIGIN = "https://plenum.example.org";
    forgetEnv();
    await expect(main(["reset"])).rejects.toThrow("never reset");
    delete process.env.PLENUM_ORIGIN;
    forgetEnv();
    expect(await liveAt()).toHaveLength(3);
  });
});

describe("shiftDemo", () => {
  it("leaves fresh dates alone, and a database without the demo", async () => {
    expect(await shiftDemo(new Date(now.getTime() + 5 * MINUTE))).toBe("fresh");
    await db().execute(sql`delete from settings`);
    expect(await shiftDemo(tomorrow)).toBe("no_demo");
  });

  it("ends with the rows that seeding at that moment gives, and people as they were", async () => {
    expect(await shiftDemo(tomorrow)).toBe("shifted");
    const {
      people: before,
      networks: _,
      alliances: __,
      networkMembers: ___,
      listings: ____,
      ...moved
    } = await dump();
    expect((await liveAt()).every((endsAt) => endsAt > tomorrow)).toBe(true);
    await resetDemo(tomorrow);
    expect(await dump()).toMatchObject(moved);
    expect(before).toHaveLength(520);
  });

  it("does not count what the worker did by the clock", async () => {
    await act("system", now);
    await db().update(events).set({ status: "ended" }).where(eq(events.status, "live"));
    expect(await shiftDemo(tomorrow)).toBe("shifted");
    expect(await liveAt()).toHaveLength(3);
  });

  it("does not count what was forgotten by the clock, but does what was added", async () => {
    const seated = () => db().$count(registrations);
    const before = await seated();
    const later = new Date(now.getTime() + 10 * DAY);
    expect(await forgetRegistrations({ actor: system, input: {}, now: later })).toMatchObject({ ok: true });
    expect(await seated()).toBeLessThan(before);
    expect(await shiftDemo(later)).toBe("shifted");
    expect(await seated()).toBe(before);
    const [event] = await db().select().from(events).limit(1);
    if (!event) throw new Error("the demo has events");
    await aRegistration(event);
    expect(await shiftDemo(new Date(later.getTime() + DAY))).toBe("touched");
  });

  it("stays away once a person has acted", async () => {
    await act("person", now);
    expect(await shiftDemo(tomorrow)).toBe("touched");
  });

  it("stays away once there is somebody whom the seed did not make", async () => {
    await aPerson();
    expect(await shiftDemo(tomorrow)).toBe("touched");
  });

  it("begins anew when the people of the seed have changed with a new version", async () => {
    await db().execute(sql`update settings set value = jsonb_set(value, '{fingerprint}', '"older"')`);
    await db()
      .update(people)
      .set({ name: "Früherer Name" })
      .where(eq(people.email, "anna.beispiel@example.org"));
    expect(await shiftDemo(tomorrow)).toBe("shifted");
    const [anna] = await db().select().from(people).where(eq(people.email, "anna.beispiel@example.org"));
    expect(anna?.name).toBe("Anna Beispiel");
    expect(fingerprintOf(clusterWeek(now))).toBe(fingerprintOf(clusterWeek(tomorrow)));
  });
});
