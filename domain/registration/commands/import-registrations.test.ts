import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries, outbox } from "@/db/schema/kernel";
import { registrationClaims, registrations, seatPlans } from "@/db/schema/registration";
import { eventActor, guest, organizerActor } from "@/db/testing/actors";
import { anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { anEventWith, anOffice, planOf } from "@/db/testing/seats";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { importRegistrations } from "./import-registrations";

async function anEventWithOffice(plan: Parameters<typeof anEventWith>[0]) {
  const { network, event } = await anEventWith(plan);
  return { event, actor: organizerActor(await anOrganizer(network), network) };
}

const columns = { email: 1, name: 0, organisation: 2, tags: 3 };

const bring = (actor: Actor, eventId: Id<"event">, rows: readonly string[], more = {}) =>
  importRegistrations({
    actor,
    input: {
      ...{ eventId, delimiter: ";", columns },
      text: ["Name;E-Mail;Firma;Etikett", ...rows].join("\r\n"),
      ...more,
    },
  });

const rowsOf = (eventId: Id<"event">) =>
  db()
    .select()
    .from(registrations)
    .where(eq(registrations.eventId, eventId))
    .orderBy(asc(registrations.place));

const LIST = [
  "Ada Beispiel;ada@example.org;Musterwerk;VIP",
  "Ben Test;ben@example.org",
  "Ohne Adresse;",
  "Cem Test;cem@example.org;;Presse",
  "Ada noch einmal;ADA@example.org",
];

describe("importRegistrations", () => {
  it("enters people in the order of the file and says of each row what became of it", async () => {
    const { event, actor } = await anOffice({ capacity: 2 });
    const result = await bring(actor, event.id, LIST);
    expect(result).toMatchObject({
      ok: true,
      value: {
        counts: { confirmed: 2, waiting: 1, invalid: 1, twice: 1, changed: 0, unchanged: 0 },
        rows: [
          { row: 2, outcome: "confirmed" },
          { row: 3, outcome: "confirmed" },
          { row: 4, outcome: "invalid" },
          { row: 5, outcome: "waiting" },
          { row: 6, outcome: "twice" },
        ],
      },
    });
    expect(await rowsOf(event.id)).toMatchObject([
      {
        name: "Ada Beispiel",
        organisation: "Musterwerk",
        tags: ["VIP"],
        status: "confirmed",
        source: "import",
      },
      { name: "Ben Test", status: "confirmed", provenAt: null, talksOptIn: false, listed: "nobody" },
      { name: "Cem Test", tags: ["Presse"], status: "waiting", confirmedAt: null },
    ]);
    const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
    expect(plan).toMatchObject({ confirmed: 2, waiting: 1, nextPlace: 4 });
    expect(await db().$count(registrationClaims, eq(registrationClaims.eventId, event.id))).toBe(0);
    const facts = (await db().select().from(outbox).orderBy(asc(outbox.seq)))
      .filter(({ payload }) => JSON.stringify(payload).includes(event.id))
      .map(({ kind }) => kind);
    expect(facts).toEqual(["registration.confirmed", "registration.confirmed", "registration.waiting"]);
  });

  it("gives seats on site to whom the file wants there, counted apart, and changes how nobody takes part", async () => {
    const { event, actor } = await anEventWithOffice({ capacity: 5, onsiteCapacity: 1 });
    const rows = ["Ada;ada@example.org;;;vor Ort", "Ben;ben@example.org;;;on site", "Cem;cem@example.org;;;"];
    const more = { columns: { ...columns, attendance: 4 } };
    const counts = { confirmed: 2, waiting: 1 };
    expect(await bring(actor, event.id, rows, more)).toMatchObject({ value: { counts } });
    expect(await rowsOf(event.id)).toMatchObject([
      { name: "Ada", attendance: "onsite", status: "confirmed" },
      { name: "Ben", attendance: "onsite", status: "waiting" },
      { name: "Cem", attendance: "online", status: "confirmed" },
    ]);
    const seats = { confirmed: 1, waiting: 0, onsiteConfirmed: 1, onsiteWaiting: 1, nextPlace: 4 };
    expect(await planOf(event.id)).toMatchObject(seats);
    const other = ["Ada;ada@example.org;;;online"];
    expect(await bring(actor, event.id, other, more)).toMatchObject({ value: { counts: { unchanged: 1 } } });
    expect(await planOf(event.id)).toMatchObject(seats);
  });

  it("leaves out who wants to come on site where there are no seats", async () => {
    const { event, actor } = await anOffice();
    const more = { columns: { ...columns, attendance: 4 } };
    const result = await bring(actor, event.id, ["Ada;ada@example.org;;;vor Ort"], more);
    expect(result).toMatchObject({ value: { counts: { no_onsite_seats: 1, confirmed: 0 } } });
    expect(await rowsOf(event.id)).toEqual([]);
  });

  it("keeps no name in its answer or in the audit", async () => {
    const { event, actor } = await anOffice();
    const result = await bring(actor, event.id, LIST);
    const audited = await db().select().from(auditEntries).where(eq(auditEntries.eventId, event.id));
    expect(audited).toHaveLength(1);
    for (const word of ["Ada", "example.org", "Musterwerk"])
      expect(JSON.stringify([result, audited])).not.toContain(word);
  });

  it("can be repeated: by address it changes what is new, and tells nobody again", async () => {
    const { event, actor } = await anOffice();
    await bring(actor, event.id, LIST);
    const before = await rowsOf(event.id);
    const told = await db().$count(outbox);
    expect(await bring(actor, event.id, LIST)).toMatchObject({
      value: { counts: { unchanged: 3, confirmed: 0, changed: 0 } },
    });
    expect(await rowsOf(event.id)).toEqual(before);
    const corrected = ["Ada Muster;ada@example.org;Neuwerk;Presse", "Dora;dora@example.org"];
    expect(await bring(actor, event.id, corrected)).toMatchObject({
      value: { counts: { changed: 1, confirmed: 1 } },
    });
    expect((await rowsOf(event.id))[0]).toMatchObject({
      ...{ id: before[0]?.id, name: "Ada Muster", organisation: "Neuwerk", tags: ["VIP", "Presse"] },
      status: "confirmed",
    });
    expect(await db().$count(outbox)).toBe(told + 1);
  });

  it("brings nobody back who gave the seat back or was declined, and renames nobody who proved the address", async () => {
    const { event, actor } = await anOffice();
    await aRegistration(event, { email: "ada@example.org", name: "Ada", status: "cancelled", place: 50 });
    await aRegistration(event, {
      email: "ben@example.org",
      name: "Benedikt",
      provenAt: new Date(),
      place: 51,
    });
    await aRegistration(event, { email: "cem@example.org", name: "Cem", status: "declined", place: 52 });
    await bring(actor, event.id, LIST);
    expect(await rowsOf(event.id)).toMatchObject([
      { name: "Ada", status: "cancelled" },
      { name: "Benedikt", status: "confirmed" },
      { name: "Cem", status: "declined", tags: [] },
    ]);
  });

  it("enters two thousand people at once", async () => {
    const { event, actor } = await anOffice({ capacity: 1_500 });
    const rows = Array.from({ length: 2_000 }, (_, n) => `Person ${n};p${n}@example.org;Werk ${n}`);
    expect(await bring(actor, event.id, rows)).toMatchObject({
      value: { counts: { confirmed: 1_500, waiting: 500 } },
    });
    const changed = rows.map((row) => `${row} AG;Alt`);
    expect(await bring(actor, event.id, changed)).toMatchObject({ value: { counts: { changed: 2_000 } } });
    const places = (await rowsOf(event.id)).map(({ place }) => place);
    expect(new Set(places).size).toBe(2_000);
  });

  it.each([
    ["a draft", { status: "draft" }, "event_draft"],
    ["called off", { status: "cancelled" }, "event_cancelled"],
    ["over", { status: "ended" }, "event_over"],
  ] as const)("enters nobody into an event that is %s", async (_what, values, reason) => {
    const { event, actor } = await anOffice(values);
    expect(await bring(actor, event.id, LIST)).toMatchObject({ failure: { reason } });
    expect(await rowsOf(event.id)).toEqual([]);
  });

  it.each([
    ["a quote without an end", { text: 'Name;E-Mail\nAda;"ada@example.org' }, "file_unreadable"],
    ["too many rows", { text: "a@example.org\n".repeat(5_002) }, "too_many_rows"],
    ["nothing", { text: "" }, "input"],
    ["another separator", { delimiter: "#" }, "input"],
  ])("refuses %s", async (_what, more, reason) => {
    const { event, actor } = await anOffice();
    expect(await bring(actor, event.id, LIST, more)).toMatchObject({ ok: false, failure: { reason } });
  });

  it("is refused to those who only run the event, and to others as if there were none", async () => {
    const { event } = await anOffice();
    const host = eventActor(await anEventRole(event, "host"), event, "host");
    expect(await bring(host, event.id, LIST)).toMatchObject({ failure: { kind: "forbidden" } });
    for (const actor of [guest, (await anOffice()).actor])
      expect(await bring(actor, event.id, LIST)).toMatchObject({ failure: { kind: "not_found" } });
    expect(await rowsOf(event.id)).toEqual([]);
  });
});
