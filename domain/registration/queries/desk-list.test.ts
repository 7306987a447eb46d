import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { eventActor, guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anEventRole, anOrganizer, aPerson, aRegistration } from "@/db/testing/makers";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { PAGE_SIZE } from "../rules";
import { listChoice } from "../schema";
import { deskNumbers, listForDesk, listTags, pageOf } from "./desk-list";

async function anOffice() {
  const network = await aNetwork();
  const event = await anEvent({ network });
  return { network, event, organizer: organizerActor(await anOrganizer(network), network) };
}

const minute = (n: number) => new Date(Date.UTC(2026, 8, 1, 10, n));

/** Four people, and somebody with the same words on the list of another event of the network. */
async function aList() {
  const office = await anOffice();
  const { event, network } = office;
  const row = (name: string, values: Parameters<typeof aRegistration>[1]) =>
    aRegistration(event, { name, email: `${name.split(" ")[0]?.toLowerCase()}@example.org`, ...values });
  await row("Ada Beispiel", {
    ...{ organisation: "Musterwerk", createdAt: minute(1), provenAt: minute(2) },
    attendance: "onsite",
  });
  await row("Ben Änderer", { organisation: "100 % Energie", createdAt: minute(2), tags: ["Presse", "VIP"] });
  await row("Cem Test", { status: "waiting", confirmedAt: null, createdAt: minute(3), talksOptIn: true });
  await row("dora Ende", { status: "cancelled", createdAt: minute(4), tags: ["Presse"], talksOptIn: true });
  await aRegistration(await anEvent({ network }), { name: "Ada Nebenan", tags: ["Fremd"] });
  const named = async (address: Record<string, unknown>) => {
    const choice = listChoice.parse(address);
    const list = await listForDesk(office.organizer, { eventId: event.id, choice });
    return list?.rows.map(({ name }) => name.split(" ")[0]);
  };
  return { ...office, named };
}

/** So many people at once, a minute apart, the first one first. */
async function aCrowd(eventId: Id<"event">, count: number) {
  await db().execute(sql`
    insert into registrations (id, event_id, email, name, status, place, created_at)
    select 'reg_' || left(md5(${eventId}::text || n), 24), ${eventId}::text, 'p' || n || '@example.org', 'Person ' || n,
           'confirmed', n, timestamptz '2026-09-01' + n * interval '1 minute'
      from generate_series(1, ${count}::int) n`);
}

describe("the list of an event", () => {
  it.each([
    [{}, ["dora", "Cem", "Ben", "Ada"]],
    [{ dir: "asc" }, ["Ada", "Ben", "Cem", "dora"]],
    [{ sort: "name" }, ["Ada", "Ben", "Cem", "dora"]],
    [{ sort: "name", dir: "desc" }, ["dora", "Cem", "Ben", "Ada"]],
    [{ sort: "organisation", dir: "desc" }, ["Ada", "Ben", "dora", "Cem"]],
    [{ sort: "status" }, ["dora", "Ada", "Ben", "Cem"]],
    [{ status: "confirmed" }, ["Ben", "Ada"]],
    [{ status: "waiting" }, ["Cem"]],
    [{ status: "cancelled" }, ["dora"]],
    [{ status: "unproven" }, ["Cem", "Ben"]],
    [{ tag: "Presse" }, ["dora", "Ben"]],
    [{ tag: "Presse", status: "confirmed" }, ["Ben"]],
    [{ attendance: "onsite" }, ["Ada"]],
    [{ attendance: "online", status: "confirmed" }, ["Ben"]],
    [{ attendance: "both" }, ["dora", "Cem", "Ben", "Ada"]],
    [{ q: "muster ADA" }, ["Ada"]],
    [{ q: "änderer" }, ["Ben"]],
    [{ q: "ÄNDERER example.org" }, ["Ben"]],
    [{ q: "%" }, ["Ben"]],
    [{ q: "_" }, []],
    [{ q: "nebenan" }, []],
    [{ q: "\\" }, []],
    [{ q: "'" }, []],
    [{ q: '"; drop table registrations; --' }, []],
    [{ q: "x".repeat(10_240) }, ["dora", "Cem", "Ben", "Ada"]],
    [{ sort: 'name";DROP TABLE users;--' }, ["dora", "Cem", "Ben", "Ada"]],
    [{ sort: "(select pg_sleep(5))" }, ["dora", "Cem", "Ben", "Ada"]],
    [{ sort: "__proto__", dir: "asc,pg_sleep(5)" }, ["dora", "Cem", "Ben", "Ada"]],
    [{ sort: "name", dir: "constructor" }, ["Ada", "Ben", "Cem", "dora"]],
    [{ status: "toString", tag: ["Presse"], page: "-1" }, ["dora", "Cem", "Ben", "Ada"]],
  ])("S52, S53: chosen by %j", async (address, expected) => {
    const { named } = await aList();
    expect(await named(address)).toEqual(expected);
  });

  it("S52, S53: asks the database nothing new, whatever is asked for: no delay, no other order, and texts as values only", async () => {
    const { event } = await anOffice();
    const asks = (address: Record<string, unknown>) =>
      pageOf(db(), event.id, { ...listChoice.parse(address), inConfidence: true }).toSQL();
    for (const hostile of [
      { sort: 'name";DROP TABLE users;--' },
      { sort: "(select pg_sleep(5))", dir: "asc,pg_sleep(5)" },
      { sort: "__proto__", status: "constructor", attendance: "toString" },
      { page: "1;select pg_sleep(5)", ["__proto__"]: "name" },
      // Too long to mean anybody: it is not looked for at all.
      { q: "x".repeat(10_240) },
    ])
      expect(asks(hostile), JSON.stringify(hostile).slice(0, 60)).toEqual(asks({}));
    const usual = asks({ q: "ada" });
    for (const q of ["%", "_", "\\", "'", '"', "';select/**/pg_sleep(5);--"]) {
      const asked = asks({ q });
      expect(asked.sql, q).toBe(usual.sql);
      expect(asked.params, q).toHaveLength(usual.params.length);
    }
  });

  it("finds requests, offers and who was declined, and counts the declined no more", async () => {
    const { event, organizer } = await anOffice();
    const offeredUntil = new Date(Date.now() + 3_600_000);
    await aRegistration(event, { name: "Ada", status: "pending", talksOptIn: true });
    await aRegistration(event, { name: "Ben", status: "offered", offeredUntil });
    await aRegistration(event, { name: "Cem", status: "declined", talksOptIn: true });
    for (const [status, name] of [
      ["pending", "Ada"],
      ["offered", "Ben"],
      ["declined", "Cem"],
    ]) {
      const choice = listChoice.parse({ status });
      const list = await listForDesk(organizer, { eventId: event.id, choice });
      expect(list?.rows.map((row) => row.name)).toEqual([name]);
    }
    expect(await deskNumbers(organizer, event.id)).toEqual({ all: 3, unproven: 2, talks: 1 });
  });

  it("comes in pages, each person once, and beyond the end it is the last page", async () => {
    const { event, organizer } = await anOffice();
    await aCrowd(event.id, 2 * PAGE_SIZE + 5);
    const pageAt = async (page: number) => {
      const list = await listForDesk(organizer, { eventId: event.id, choice: listChoice.parse({ page }) });
      if (!list) throw new Error("the organizer sees no list");
      return list;
    };
    const pages = [await pageAt(1), await pageAt(2), await pageAt(3)];
    expect(pages.map(({ rows }) => rows.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 5]);
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(2 * PAGE_SIZE + 5);
    expect(await pageAt(9_999)).toEqual(pages[2]);
    expect(pages[2]).toMatchObject({ all: 2 * PAGE_SIZE + 5, page: 3 });
  });

  it("is for those who may see the desk; for others there is none, nor a number, nor a tag", async () => {
    const { event, organizer } = await aList();
    const elsewhere = await anOffice();
    const choice = listChoice.parse({});
    const hosts = [organizer, eventActor(await anEventRole(event, "cohost"), event, "cohost")];
    for (const viewer of hosts) {
      expect((await listForDesk(viewer, { eventId: event.id, choice }))?.all).toBe(4);
      expect(await deskNumbers(viewer, event.id)).toEqual({ all: 4, unproven: 2, talks: 1 });
    }
    const strangers = [
      guest,
      personActor(await aPerson()),
      seatActor(await aRegistration(event)),
      eventActor(await anEventRole(event, "speaker"), event, "speaker"),
      elsewhere.organizer,
    ];
    for (const viewer of strangers) {
      expect(await listForDesk(viewer, { eventId: event.id, choice })).toBeUndefined();
      expect(await deskNumbers(viewer, event.id)).toEqual({ all: 0, unproven: 0, talks: 0 });
      expect(await listTags(viewer, event.id)).toEqual([]);
    }
    expect(await listForDesk(organizer, { eventId: "evt_0000000000", choice })).toBeUndefined();
  });

  it("shows tags to the office only: who runs the event sees none and finds nobody by them", async () => {
    const { event, organizer } = await aList();
    const cohost = eventActor(await anEventRole(event, "cohost"), event, "cohost");
    const tagsSeenBy = async (viewer: Actor, tag: string) => {
      const list = await listForDesk(viewer, { eventId: event.id, choice: listChoice.parse({ tag }) });
      return list?.rows.map(({ tags }) => tags.join());
    };
    expect(await listTags(organizer, event.id)).toEqual(["Presse", "VIP"]);
    expect(await tagsSeenBy(organizer, "Presse")).toEqual(["Presse", "Presse,VIP"]);
    expect(await listTags(cohost, event.id)).toEqual([]);
    expect(await tagsSeenBy(cohost, "Presse")).toEqual(["", "", "", ""]);
  });

  it("opens by its index: fifty of many rows are read, and nothing is sorted", async () => {
    const { event } = await anOffice();
    await aCrowd(event.id, 3_000);
    await db().execute(sql`analyze ${registrations}`);
    const query = pageOf(db(), event.id, { ...listChoice.parse({}), inConfidence: true });
    const { rows } = await db().execute(sql`explain ${query.getSQL()}`);
    const plan = JSON.stringify(rows);
    expect(plan).toContain("registrations_by_time");
    expect(plan).not.toContain("Sort");
  });
});
