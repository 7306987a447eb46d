import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { events } from "@/db/schema/programme";
import { organizerActor, personActor } from "@/db/testing/actors";
import { aSession, aSpeaker, speaksIn } from "@/db/testing/agenda";
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

  it.each([
    // A Friday to a Sunday; the clocks go forward, and back, in the second night of the new days.
    ["2027-03-19T09:00:00Z", "2027-03-21T16:00:00Z", "2027-03-26T10:00", "2027-03-28T07:00:00Z", 15],
    ["2027-10-22T08:00:00Z", "2027-10-24T15:00:00Z", "2027-10-29T10:00", "2027-10-31T08:00:00Z", 16],
  ])(
    "moves an agenda of several days from %s by the clocks, over a change of them",
    async (from, to, startsLocal, sunday, end) => {
      const [startsAt, endsAt] = [new Date(from), new Date(to)];
      const { event, actor } = await scene({ startsAt, endsAt });
      await aSession(event, { title: "Auftakt", after: 0, minutes: 60 });
      await aSession(event, { title: "Sonntag, 9 Uhr", after: 47 * 60, minutes: 60 });
      expect(await updateEvent({ actor, input: { eventId: event.id, startsLocal }, now })).toMatchObject({
        ok: true,
      });
      const [first, second] = await agendaOf(event.id);
      const moved = await read(event.id);
      expect(first).toMatchObject({ title: "Auftakt", startsAt: moved?.startsAt });
      expect(second).toMatchObject({
        startsAt: new Date(sunday),
        endsAt: new Date(new Date(sunday).getTime() + 3_600_000),
      });
      // It ends at 17 o'clock on Sunday, as it did.
      expect(moved?.endsAt.toISOString()).toBe(`${sunday.slice(0, 10)}T${end}:00:00.000Z`);
      // The length that the form shows is the one by the clock, so that saving it changes nothing.
      const input = { eventId: event.id, startsLocal, durationMinutes: 55 * 60 };
      expect(await updateEvent({ actor, input, now })).toMatchObject({ ok: true });
      expect((await read(event.id))?.endsAt).toEqual(moved?.endsAt);
      expect(await agendaOf(event.id)).toMatchObject([
        { startsAt: first?.startsAt },
        { startsAt: second?.startsAt },
      ]);
    },
  );

  it("moves an evening as a block through the night in which the clocks change", async () => {
    const [startsAt, endsAt] = [new Date("2027-03-20T22:00:00Z"), new Date("2027-03-21T04:00:00Z")];
    const { event, actor } = await scene({ startsAt, endsAt });
    await aSession(event, { title: "Nachts", after: 180, minutes: 60 });
    await updateEvent({ actor, input: { eventId: event.id, startsLocal: "2027-03-27T23:00" }, now });
    expect(await agendaOf(event.id)).toMatchObject([
      { startsAt: new Date("2027-03-28T01:00:00Z"), endsAt: new Date("2027-03-28T02:00:00Z") },
    ]);
  });

  it("takes what a speaker says along in one step: nobody speaks twice on the way", async () => {
    const { event, actor } = await scene();
    const ada = await aSpeaker(event, "Ada Beispiel");
    for (const after of [0, 30])
      await speaksIn(ada, await aSession(event, { title: `Nach ${after}`, after, minutes: 30 }));
    const input = { eventId: event.id, startsLocal: "2027-03-21T10:30" };
    expect(await updateEvent({ actor, input, now })).toMatchObject({ ok: true });
    expect(await agendaOf(event.id)).toMatchObject([
      { startsAt: new Date("2027-03-21T09:30:00Z") },
      { startsAt: new Date("2027-03-21T10:00:00Z") },
    ]);
  });

  describe("and the end of registration", () => {
    const registrationClosesAt = new Date("2027-03-19T17:00:00Z");
    const closing = async (values: Parameters<typeof anEvent>[0], change: object) => {
      const { event, actor } = await scene({ registrationClosesAt, ...values });
      const result = await updateEvent({ actor, input: { eventId: event.id, ...change }, now });
      expect(result).toMatchObject({ ok: true });
      return (await read(event.id))?.registrationClosesAt;
    };

    it.each([
      // A week later, with the night between in which the clocks go forward: 18:00 stays 18:00.
      ["2027-03-28T10:00", "2027-03-26T17:00:00Z"],
      ["2027-04-04T10:00", "2027-04-02T16:00:00Z"],
      // Four hours later the same day: so does it.
      ["2027-03-21T14:00", "2027-03-19T21:00:00Z"],
      // And back over the other night, in autumn.
      ["2027-10-31T10:00", "2027-10-29T16:00:00Z"],
      ["2027-11-01T10:00", "2027-10-30T16:00:00Z"],
    ])("moves along to %s at the same distance by the clock", async (startsLocal, expected) => {
      expect(await closing({}, { startsLocal })).toEqual(new Date(expected));
      // A form posts what it shows: as long as nobody has changed that, it moves along too.
      const shown = { startsLocal, registrationClosesLocal: "2027-03-19T18:00" };
      expect(await closing({}, shown)).toEqual(new Date(expected));
    });

    it("is what somebody typed, and stays where the start stays", async () => {
      const typed = { startsLocal: "2027-03-28T10:00", registrationClosesLocal: "2027-03-27T12:00" };
      expect(await closing({}, typed)).toEqual(new Date("2027-03-27T11:00:00Z"));
      expect(await closing({}, { title: "Neuer Titel" })).toEqual(registrationClosesAt);
      expect(await closing({}, { durationMinutes: 30 })).toEqual(registrationClosesAt);
      expect(await closing({}, { registrationClosesLocal: "" })).toBeNull();
      expect(await closing({ registrationClosesAt: null }, { startsLocal: "2027-03-28T10:00" })).toBeNull();
    });

    it("never lies behind the end of an event that has become shorter", async () => {
      const late = { registrationClosesAt: new Date("2027-03-21T10:00:00Z") };
      const change = { startsLocal: "2027-03-28T10:00", durationMinutes: 30 };
      expect(await closing(late, change)).toEqual(new Date("2027-03-28T08:30:00Z"));
    });
  });

  it("leaves the seconds of a start that no form has shown", async () => {
    const startsAt = new Date("2027-03-21T09:00:17Z");
    const { event, actor } = await scene({ startsAt });
    await updateEvent({ actor, input: { eventId: event.id, startsLocal: "2027-03-21T10:00" }, now });
    expect(await read(event.id)).toMatchObject({ startsAt, calendarSequence: 0 });
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
