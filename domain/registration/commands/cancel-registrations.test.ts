import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { seatPlans } from "@/db/schema/registration";
import { eventActor, guest, organizerActor, seatActor } from "@/db/testing/actors";
import { anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { refusalOf } from "@/db/testing/refusals";
import { allRegistered, anEventWith, anOffice, planOf, statesOf } from "@/db/testing/seats";
import { cancelRegistrations } from "./cancel-registrations";
import { importRegistrations } from "./import-registrations";

describe("cancelRegistrations", () => {
  it("gives the seats to those who wait longest, but to nobody who goes with them, once", async () => {
    const { event, actor } = await anOffice({ capacity: 2 });
    const [ada, ben, cem] = await allRegistered(event.id, ["ada", "ben", "cem", "dora", "emil"]);
    const input = { eventId: event.id, registrationIds: [ada, ben, cem] };
    expect(await cancelRegistrations({ actor, input })).toEqual({
      ok: true,
      value: { eventId: event.id, changed: 3, promoted: 2 },
    });
    const after = ["ada cancelled", "ben cancelled", "cem cancelled", "dora confirmed", "emil confirmed"];
    expect(await statesOf(event.id)).toEqual(after);
    const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
    expect(plan).toMatchObject({ confirmed: 2, waiting: 0 });
    expect(await cancelRegistrations({ actor, input })).toMatchObject({ value: { changed: 0, promoted: 0 } });
    expect(await statesOf(event.id)).toEqual(after);
    const facts = (await db().select().from(outbox))
      .filter(({ payload }) => JSON.stringify(payload).includes(event.id))
      .map(({ kind }) => kind);
    expect(facts.filter((kind) => kind === "registration.cancelled")).toHaveLength(3);
    expect(facts.filter((kind) => kind === "registration.promoted")).toHaveLength(2);
  });

  it("calls off everybody whom a choice leaves, as long as they are as many as were seen", async () => {
    const { event, actor } = await anOffice({ capacity: 2 });
    await allRegistered(event.id, ["ada", "ben", "cem"]);
    await allRegistered((await anOffice()).event.id, ["ada"]);
    const cancel = (everyone: Record<string, unknown>) =>
      cancelRegistrations({ actor, input: { eventId: event.id, everyone } });
    const choice = { q: "example.org", status: "confirmed", attendance: "all", tag: "", answer: "" };
    expect(await cancel({ ...choice, seen: 3 })).toMatchObject({
      failure: { kind: "conflict", reason: "list_changed" },
    });
    expect(await cancel({ ...choice, seen: "2" })).toMatchObject({ value: { changed: 2, promoted: 1 } });
    expect(await statesOf(event.id)).toEqual(["ada cancelled", "ben cancelled", "cem confirmed"]);
  });

  it("calls off those on site alone, where the choice says so", async () => {
    const { network, event } = await anEventWith({ capacity: 5, onsiteCapacity: 5, onsiteConfirmed: 1 });
    const actor = organizerActor(await anOrganizer(network), network);
    await allRegistered(event.id, ["ada"]);
    await aRegistration(event, { name: "ben", attendance: "onsite", place: 9 });
    const everyone = { q: "", status: "confirmed", attendance: "onsite", tag: "", answer: "", seen: 1 };
    expect(await cancelRegistrations({ actor, input: { eventId: event.id, everyone } })).toMatchObject({
      value: { changed: 1 },
    });
    expect(await statesOf(event.id)).toEqual(["ada confirmed", "ben cancelled"]);
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1, onsiteConfirmed: 0 });
  });

  it.each([
    [{ status: "confirmed", attendance: "all", tag: "", answer: "", seen: 1 }],
    [{ q: "", status: "confirmed", tag: "", answer: "", seen: 1 }],
    [{ q: "", status: "everyone", attendance: "all", tag: "", answer: "", seen: 1 }],
    [{ q: "x".repeat(101), status: "all", attendance: "all", tag: "", answer: "", seen: 1 }],
    [{ q: "", status: "all", attendance: "all", tag: "", answer: "" }],
  ])("takes half a choice for none: %j", async (everyone) => {
    const { event, actor } = await anOffice();
    await allRegistered(event.id, ["ada"]);
    const result = await cancelRegistrations({ actor, input: { eventId: event.id, everyone } });
    expect(result).toMatchObject({ failure: { kind: "invalid" } });
    expect(await statesOf(event.id)).toEqual(["ada confirmed"]);
  });

  it("calls two thousand people off at once", async () => {
    const { event, actor } = await anOffice();
    const text = Array.from({ length: 2_000 }, (_, n) => `p${n}@example.org;Person ${n}`).join("\n");
    const columns = { email: 0, name: 1 };
    await importRegistrations({ actor, input: { eventId: event.id, text, delimiter: ";", columns } });
    const everyone = { q: "", status: "all", attendance: "all", tag: "", answer: "", seen: 2_000 };
    expect(await cancelRegistrations({ actor, input: { eventId: event.id, everyone } })).toMatchObject({
      value: { changed: 2_000 },
    });
  });

  it("counts every kind of seat down, ends offers, and passes over whoever was declined", async () => {
    const counts = { confirmed: 1, offered: 1, pending: 1, onsiteConfirmed: 1, waiting: 1 };
    const { network, event } = await anEventWith({ capacity: 2, onsiteCapacity: 1, ...counts });
    const actor = organizerActor(await anOrganizer(network), network);
    const row = async (values: Parameters<typeof aRegistration>[1]) =>
      (await aRegistration(event, { confirmedAt: null, ...values })).id;
    const registrationIds = [
      await row({ name: "ada", status: "confirmed", place: 1 }),
      await row({ name: "ben", status: "offered", offeredUntil: new Date(Date.now() + 3_600_000), place: 2 }),
      await row({ name: "cem", status: "pending", place: 3 }),
      await row({ name: "dora", status: "confirmed", attendance: "onsite", place: 4 }),
      await row({ name: "emil", status: "declined", place: 5 }),
    ];
    await row({ name: "fritz", status: "waiting", place: 6 });
    expect(await cancelRegistrations({ actor, input: { eventId: event.id, registrationIds } })).toMatchObject(
      {
        value: { changed: 4, promoted: 1 },
      },
    );
    const cancelled = ["ada", "ben", "cem", "dora"].map((name) => `${name} cancelled`);
    expect(await statesOf(event.id)).toEqual([...cancelled, "emil declined", "fritz confirmed"]);
    expect(await planOf(event.id)).toMatchObject({
      ...{ confirmed: 1, offered: 0, waiting: 0, pending: 0 },
      ...{ onsiteConfirmed: 0, onsiteWaiting: 0, onsiteOffered: 0 },
    });
  });

  it("touches nobody on the list of another event, of the same office or of another", async () => {
    const { event, actor } = await anOffice();
    const other = await anOffice();
    const [foreign] = await allRegistered(other.event.id, ["ada"]);
    const input = { eventId: event.id, registrationIds: [foreign] };
    expect(await cancelRegistrations({ actor, input })).toMatchObject({ value: { changed: 0 } });
    expect(await statesOf(other.event.id)).toEqual(["ada confirmed"]);
  });

  it("is refused to those who only run the event, and to others as if there were none", async () => {
    const { event } = await anOffice();
    const [ada] = await allRegistered(event.id, ["ada"]);
    const input = { eventId: event.id, registrationIds: [ada] };
    const host = eventActor(await anEventRole(event, "host"), event, "host");
    expect(await cancelRegistrations({ actor: host, input })).toMatchObject({
      failure: { kind: "forbidden", reason: "not_allowed" },
    });
    const { actor: foreign } = await anOffice();
    for (const actor of [guest, foreign, seatActor(await aRegistration(event))])
      expect(await cancelRegistrations({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
    expect((await statesOf(event.id))[0]).toBe("ada confirmed");
  });

  it.each([
    ["called off", { status: "cancelled" }, "event_cancelled"],
    ["over", { status: "ended" }, "event_over"],
  ] as const)("changes nothing of an event that is %s", async (_what, values, reason) => {
    const { event, actor } = await anOffice(values);
    const { id } = await aRegistration(event);
    const input = { eventId: event.id, registrationIds: [id] };
    expect(await cancelRegistrations({ actor, input })).toMatchObject({ failure: { reason } });
  });

  it.each([
    [[], "invalid input registrationIds: nobody_picked"],
    [["evt_0000000000"], "invalid input registrationIds.0: invalid_id"],
  ])("refuses %j as a choice", async (registrationIds, why) => {
    const { event, actor } = await anOffice();
    const result = await cancelRegistrations({ actor, input: { eventId: event.id, registrationIds } });
    expect(refusalOf(result)).toBe(why);
  });
});
