import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { registrations } from "@/db/schema/registration";
import { eventActor, guest, organizerActor, seatActor } from "@/db/testing/actors";
import { anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { refusalOf } from "@/db/testing/refusals";
import { allRegistered, anEventWith, anOffice, planOf, statesOf } from "@/db/testing/seats";
import { decideRegistrations } from "./decide-registrations";

type Plan = Parameters<typeof anEventWith>[0];
const everybody = { q: "", status: "pending", attendance: "all", tag: "", answer: "" };

/** An event whose office decides about each, and five people who asked. */
async function aDesk(plan: Plan = {}) {
  const { network, event } = await anEventWith({ capacity: 2, approval: true, ...plan });
  const actor = organizerActor(await anOrganizer(network), network);
  const ids = await allRegistered(event.id, ["ada", "ben", "cem", "dora", "emil"]);
  const decide = (decision: string, more: object) =>
    decideRegistrations({ actor, input: { eventId: event.id, decision, ...more } });
  return { network, event, actor, ids, decide };
}

describe("decideRegistrations", () => {
  it("gives seats in the order in which people asked, then the waiting list, and says what became of each", async () => {
    const { event, ids, decide } = await aDesk();
    const [ada, ben, cem, dora] = ids;
    // However they were ticked.
    expect(await decide("approve", { registrationIds: [cem, ada, dora, ben] })).toMatchObject({
      ok: true,
      value: {
        outcomes: [
          { as: "confirmed", count: 2, names: ["ada", "ben"] },
          { as: "waiting", count: 2, names: ["cem", "dora"] },
        ],
      },
    });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 2, waiting: 2, pending: 1 });
    const order = ["emil pending", "ada confirmed", "ben confirmed", "cem waiting", "dora waiting"];
    expect(await statesOf(event.id)).toEqual(order);
    // Once more: they are decided about, and hear nothing again.
    expect(await decide("approve", { registrationIds: ids })).toMatchObject({
      value: {
        outcomes: [
          { as: "waiting", names: ["emil"] },
          { as: "left", count: 4 },
        ],
      },
    });
    const facts = (await db().select().from(outbox))
      .filter(({ payload }) => JSON.stringify(payload).includes(event.id))
      .map(({ kind }) => kind);
    expect(facts.filter((kind) => kind === "registration.confirmed")).toHaveLength(2);
    expect(facts.filter((kind) => kind === "registration.waiting")).toHaveLength(3);
  });

  it("gives hundreds their places at once, each one their own and in the order in which they asked", async () => {
    const { network, event } = await anEventWith({
      capacity: 120,
      approval: true,
      pending: 300,
      nextPlace: 301,
    });
    const actor = organizerActor(await anOrganizer(network), network);
    const names = Array.from({ length: 300 }, (_, n) => `p${String(n).padStart(3, "0")}`);
    const asking = names.map((name, n) => ({
      ...{ eventId: event.id, name, email: `${name}@example.org`, locale: "de" as const },
      ...{ status: "pending" as const, confirmedAt: null, place: n + 1 },
    }));
    await db().insert(registrations).values(asking);
    const input = { eventId: event.id, decision: "approve", everyone: { ...everybody, seen: 300 } };
    expect(await decideRegistrations({ actor, input })).toMatchObject({
      value: {
        outcomes: [
          { as: "confirmed", count: 120 },
          { as: "waiting", count: 180 },
        ],
      },
    });
    const rows = await db().select().from(registrations).where(eq(registrations.eventId, event.id));
    expect(rows.toSorted((one, other) => one.place - other.place).map(({ name }) => name)).toEqual(names);
    expect(rows.map(({ place }) => place).toSorted((one, other) => one - other)).toEqual(
      names.map((_, n) => 301 + n),
    );
    const untrue = rows.filter(
      ({ status, confirmedAt }) => (status === "confirmed") !== (confirmedAt !== null),
    );
    expect(untrue).toEqual([]);
    expect(await planOf(event.id)).toMatchObject({
      confirmed: 120,
      waiting: 180,
      pending: 0,
      nextPlace: 601,
    });
  });

  it("lets go on asking who finds no seat where nobody waits, and nobody comes on site where there is no hall", async () => {
    const { event, ids, decide } = await aDesk({ waitlist: false, onsiteCapacity: null });
    const onsite = await aRegistration(event, {
      ...{ name: "fritz", status: "pending", attendance: "onsite", confirmedAt: null, place: 90 },
    });
    expect(await decide("approve", { registrationIds: [...ids, onsite.id] })).toMatchObject({
      value: {
        outcomes: [
          { as: "confirmed", names: ["ada", "ben"] },
          { as: "full", names: ["cem", "dora", "emil"] },
          { as: "no_onsite_seats", names: ["fritz"] },
        ],
      },
    });
    const asking = ["cem pending", "dora pending", "emil pending"];
    expect((await statesOf(event.id)).filter((state) => asking.includes(state))).toEqual(asking);
  });

  it("seats each kind by its own number, and never passes who waits already", async () => {
    const { network, event } = await anEventWith({
      ...{ capacity: 1, onsiteCapacity: 2, onsiteConfirmed: 1, waiting: 1, pending: 3, nextPlace: 50 },
    });
    const actor = organizerActor(await anOrganizer(network), network);
    const asks = async (name: string, attendance: "online" | "onsite", place: number) =>
      (await aRegistration(event, { name, attendance, place, status: "pending", confirmedAt: null })).id;
    await aRegistration(event, { name: "seated", attendance: "onsite", place: 1 });
    await aRegistration(event, { name: "first", status: "waiting", confirmedAt: null, place: 2 });
    const registrationIds = [
      await asks("ada", "online", 3),
      await asks("ben", "onsite", 4),
      await asks("cem", "onsite", 5),
    ];
    const input = { eventId: event.id, decision: "approve", registrationIds };
    expect(await decideRegistrations({ actor, input })).toMatchObject({ ok: true });
    expect((await statesOf(event.id)).slice(-3)).toEqual(["ada waiting", "ben confirmed", "cem waiting"]);
    expect(await planOf(event.id)).toMatchObject({
      ...{ confirmed: 0, waiting: 2, pending: 0, onsiteConfirmed: 2, onsiteWaiting: 1, nextPlace: 53 },
    });
  });

  it("says no to those who ask, and takes no seat from who has one", async () => {
    const { event, ids, decide } = await aDesk();
    await decide("approve", { registrationIds: ids.slice(0, 1) });
    expect(await decide("decline", { registrationIds: ids })).toMatchObject({
      value: {
        outcomes: [
          { as: "declined", count: 4 },
          { as: "left", names: ["ada"] },
        ],
      },
    });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1, pending: 0 });
    expect((await statesOf(event.id)).filter((state) => state.endsWith("declined"))).toHaveLength(4);
  });

  it("means everybody whom a choice leaves, as long as they are as many as were seen", async () => {
    const { event, decide } = await aDesk({ capacity: 9 });
    expect(await decide("approve", { everyone: { ...everybody, seen: 4 } })).toMatchObject({
      failure: { kind: "conflict", reason: "list_changed" },
    });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 0, pending: 5 });
    expect(await decide("approve", { everyone: { ...everybody, seen: "5" } })).toMatchObject({
      value: { outcomes: [{ as: "confirmed", count: 5 }] },
    });
  });

  it("touches nobody of another event, and is refused to who only runs this one", async () => {
    const { event, ids, decide } = await aDesk();
    const other = await aDesk();
    expect(await decide("approve", { registrationIds: other.ids })).toMatchObject({
      value: { outcomes: [] },
    });
    expect(await planOf(other.event.id)).toMatchObject({ pending: 5 });
    const input = { eventId: event.id, decision: "approve", registrationIds: ids };
    const host = eventActor(await anEventRole(event, "host"), event, "host");
    expect(await decideRegistrations({ actor: host, input })).toMatchObject({
      failure: { kind: "forbidden", reason: "not_allowed" },
    });
    for (const actor of [guest, other.actor, seatActor(await aRegistration(event))])
      expect(await decideRegistrations({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await planOf(event.id)).toMatchObject({ pending: 5 });
  });

  it.each([
    ["called off", { status: "cancelled" }, "event_cancelled"],
    ["over", { status: "ended" }, "event_over"],
  ] as const)("decides nothing of an event that is %s", async (_what, values, reason) => {
    const { event, actor } = await anOffice(values);
    const { id } = await aRegistration(event);
    const input = { eventId: event.id, decision: "decline", registrationIds: [id] };
    expect(await decideRegistrations({ actor, input })).toMatchObject({ failure: { reason } });
  });

  it.each([
    [{ decision: "approve", registrationIds: [] }, "invalid input registrationIds: nobody_picked"],
    [{ decision: "perhaps", registrationIds: ["reg_0000000000"] }, "invalid input decision: invalid"],
  ])("refuses %j", async (more, why) => {
    const { decide } = await aDesk();
    const result = await decide("approve", more);
    expect(refusalOf(result)).toBe(why);
  });
});
