import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { events } from "@/db/schema/programme";
import { organizerActor, personActor } from "@/db/testing/actors";
import { aSession } from "@/db/testing/agenda";
import { aNetwork, anEvent, anOrganizer, aPerson } from "@/db/testing/makers";
import { agendaOf } from "../queries/agenda";
import { updateEvent } from "./update-event";

const now = new Date("2026-11-12T10:00:00Z");

async function scene(values: Parameters<typeof anEvent>[0] = {}) {
  const network = await aNetwork();
  const startsAt = new Date("2027-03-21T09:00:00Z");
  const event = await anEvent({ network, startsAt, ...values });
  return { network, event, actor: organizerActor(await anOrganizer(network), network) };
}
const read = async (id: string) => (await db().select().from(events)).find((row) => row.id === id);
const lastFact = async () => (await db().select().from(outbox).orderBy(outbox.seq)).at(-1)?.kind;

describe("updateEvent", () => {
  it("says for whom the event is, also that only an invitation opens it, and knows no other way", async () => {
    const { event, actor } = await scene();
    const change = (membersBy: unknown) =>
      updateEvent({ actor, input: { eventId: event.id, membersOnly: true, membersBy }, now });
    expect(await change("asking")).toMatchObject({ ok: true });
    expect(await read(event.id)).toMatchObject({ membersOnly: true, membersBy: ["asking"] });
    expect(await change([])).toMatchObject({ ok: true });
    expect(await read(event.id)).toMatchObject({ membersBy: [] });
    expect(await change(["list", "everybody"])).toMatchObject({ failure: { kind: "invalid" } });
  });

  it("keeps the length when the start moves, and tells calendars", async () => {
    const { event, actor } = await scene();
    await updateEvent({ actor, input: { eventId: event.id, startsLocal: "2027-03-28T10:00" }, now });
    expect(await read(event.id)).toMatchObject({
      startsAt: new Date("2027-03-28T08:00:00Z"),
      endsAt: new Date("2027-03-28T09:30:00Z"),
      calendarSequence: 1,
      calendarChangedAt: now,
    });
    expect(await lastFact()).toBe("event.rescheduled");
  });

  it("takes the agenda along when the start moves, and leaves it otherwise", async () => {
    const { event, actor } = await scene();
    const item = await aSession(event, { title: "Auftakt", after: 10, minutes: 20 });
    const input = { eventId: event.id, title: "Neuer Titel" };
    await updateEvent({ actor, input, now });
    expect(await agendaOf(event.id)).toMatchObject([{ startsAt: item.startsAt, endsAt: item.endsAt }]);
    await updateEvent({ actor, input: { eventId: event.id, startsLocal: "2027-03-21T11:00" }, now });
    expect(await agendaOf(event.id)).toMatchObject([
      { startsAt: new Date("2027-03-21T10:10:00Z"), endsAt: new Date("2027-03-21T10:30:00Z") },
    ]);
  });

  it("keeps the clock time when the zone changes", async () => {
    const { event, actor } = await scene();
    await updateEvent({ actor, input: { eventId: event.id, timeZone: "America/New_York" }, now });
    expect((await read(event.id))?.startsAt).toEqual(new Date("2027-03-21T14:00:00Z"));
  });

  it("changes texts without a word to calendars, and takes nothing a form may not set", async () => {
    const { event, actor } = await scene();
    const input = {
      eventId: event.id,
      title: "</script><script>alert(1)</script>",
      topics: ["sensorik", "no-such-topic"],
      status: "ended",
      networkId: "net_foreign",
      slug: "stolen",
    };
    expect(await updateEvent({ actor, input, now })).toMatchObject({ ok: true });
    expect(await read(event.id)).toMatchObject({
      title: input.title,
      topics: ["sensorik"],
      status: "published",
      networkId: event.networkId,
      slug: event.slug,
      calendarSequence: 0,
      calendarChangedAt: null,
    });
    expect(await lastFact()).toBe("event.changed");
  });

  it.each([
    [{ durationMinutes: 0 }, { durationMinutes: ["too_short"] }],
    [{ durationMinutes: 100 * 365 * 1440 }, { durationMinutes: ["too_long"] }],
    [{ startsLocal: "2027-03-28T02:30" }, { startsLocal: ["time_does_not_exist"] }],
    [{ registrationClosesLocal: "2027-03-22T10:00" }, { registrationClosesLocal: ["after_the_end"] }],
    [{ registrationOpensLocal: "2027-03-28T02:30" }, { registrationOpensLocal: ["time_does_not_exist"] }],
    [{ registrationOpensLocal: "2027-03-23T10:00" }, { registrationOpensLocal: ["after_the_deadline"] }],
    [
      { registrationOpensLocal: "2027-02-01T09:00", registrationClosesLocal: "2027-02-01T09:00" },
      { registrationOpensLocal: ["after_the_deadline"] },
    ],
  ])("refuses %j", async (change, fields) => {
    const { event, actor } = await scene();
    const result = await updateEvent({ actor, input: { eventId: event.id, ...change }, now });
    expect(result).toMatchObject({ ok: false, failure: { kind: "invalid", fields } });
  });

  it("opens and closes registration by the event's clocks, and at once again when both are emptied", async () => {
    const { event, actor } = await scene();
    const windowAfter = async (registrationOpensLocal: string, registrationClosesLocal: string) => {
      const input = { eventId: event.id, registrationOpensLocal, registrationClosesLocal };
      expect(await updateEvent({ actor, input, now })).toMatchObject({ ok: true });
      const [row] = await db().select().from(events).where(eq(events.id, event.id));
      return [row?.registrationOpensAt, row?.registrationClosesAt];
    };
    expect(await windowAfter("2027-02-01T09:00", "2027-02-20T18:00")).toEqual([
      new Date("2027-02-01T08:00:00Z"),
      new Date("2027-02-20T17:00:00Z"),
    ]);
    expect(await windowAfter("", "")).toEqual([null, null]);
  });

  it("refuses an event that is over", async () => {
    const { event, actor } = await scene({ status: "ended" });
    const result = await updateEvent({ actor, input: { eventId: event.id, title: "Neu" }, now });
    expect(result).toMatchObject({ ok: false, failure: { kind: "conflict", reason: "wrong_state" } });
  });

  it("is forbidden to others where the event is public, and missing where it is not", async () => {
    const stranger = personActor(await aPerson());
    const kindOf = async (values: Parameters<typeof anEvent>[0]) => {
      const { event } = await scene(values);
      const result = await updateEvent({
        actor: stranger,
        input: { eventId: event.id, title: "Meins" },
        now,
      });
      return result.ok ? "ok" : result.failure.kind;
    };
    expect(await kindOf({})).toBe("forbidden");
    expect(await kindOf({ status: "draft" })).toBe("not_found");
    expect(await kindOf({ membersOnly: true })).toBe("not_found");
    const [row] = await db().select().from(events).where(eq(events.title, "Meins"));
    expect(row).toBeUndefined();
  });
});
