import { asc, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventRoles } from "@/db/schema/alliance-roles";
import { outbox } from "@/db/schema/kernel";
import { eventNetworks, events, sessionSpeakers, sessions, speakers } from "@/db/schema/programme";
import { eventActor, guest } from "@/db/testing/actors";
import { aDesk, aSession, aSpeaker, speaksIn } from "@/db/testing/agenda";
import { aNetwork, anEventRole, aPerson, aSeries } from "@/db/testing/makers";
import type { Id } from "@/lib/ids";
import { slugOf } from "@/lib/slug";
import { eventPayload } from "../events";
import { duplicateEvent } from "./duplicate-event";

const now = new Date("2027-01-12T10:00:00Z");
/** `aDesk` takes place on 21 March 2027 at ten o'clock in Berlin. */
const FULL = {
  status: "live" as const,
  summary: "Kurz",
  description: "Lang",
  topics: ["sensorik"],
  place: "Haus 1",
  language: "en" as const,
  membersOnly: true,
  membersBy: ["list" as const],
  calendarSequence: 3,
  calendarChangedAt: new Date("2027-01-10T10:00:00Z"),
  registrationOpensAt: new Date("2027-02-01T08:00:00Z"),
  registrationClosesAt: new Date("2027-03-20T17:00:00Z"),
};

type Desk = Awaited<ReturnType<typeof aDesk>>;
const copiesOf = ({ event, actor }: Desk, days: readonly string[], more: object = {}) =>
  duplicateEvent({ actor, input: { eventId: event.id, days, ...more }, now });

async function madeBy(result: Awaited<ReturnType<typeof duplicateEvent>>) {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const ids = result.value.copies.map(({ eventId }) => eventId);
  const rows = await db().select().from(events).where(inArray(events.id, ids)).orderBy(asc(events.startsAt));
  return { result, ids, rows };
}
const eventsOf = (networkId: Id<"network">) =>
  db().select().from(events).where(eq(events.networkId, networkId));

describe("duplicateEvent", () => {
  it("makes drafts with the same words at the same clock time, through both changes of the clocks", async () => {
    const desk = await aDesk(FULL);
    const days = ["2027-10-31", "2027-03-28", "2027-03-27"];
    const { rows } = await madeBy(await copiesOf(desk, days));
    expect(rows.map((row) => row.startsAt.toISOString())).toEqual([
      "2027-03-27T09:00:00.000Z",
      "2027-03-28T08:00:00.000Z",
      "2027-10-31T09:00:00.000Z",
    ]);
    const { id, slug, startsAt, endsAt, createdAt, ...rest } = desk.event;
    const { registrationOpensAt, registrationClosesAt, ...same } = rest;
    for (const row of rows) {
      const anew = { status: "draft", publishedAt: null, calendarSequence: 0, calendarChangedAt: null };
      expect(row).toMatchObject({ ...same, ...anew });
      expect(row.endsAt.getTime() - row.startsAt.getTime()).toBe(endsAt.getTime() - startsAt.getTime());
    }
    expect(rows.map((row) => row.registrationClosesAt?.toISOString())).toEqual([
      "2027-03-26T17:00:00.000Z",
      "2027-03-27T17:00:00.000Z",
      "2027-10-30T16:00:00.000Z",
    ]);
    expect(rows.map((row) => row.registrationOpensAt?.toISOString())).toEqual([
      "2027-02-07T08:00:00.000Z",
      "2027-02-08T08:00:00.000Z",
      "2027-09-13T07:00:00.000Z",
    ]);
    const own = slugOf(desk.event.title);
    expect(rows.map((row) => row.slug)).toEqual([own, `${own}-2`, `${own}-3`]);
  });

  it("takes agenda, speakers, hosts and roles along, each copy with rows of its own", async () => {
    const desk = await aDesk();
    const talk = await aSession(desk.event, { title: "Messen", after: 30, minutes: 45 });
    const ada = await aSpeaker(desk.event, "Ada Beispiel");
    await aSpeaker(desk.event, "Bo Beispiel", 1);
    await speaksIn(ada, talk);
    const partner = await aNetwork();
    const host = { eventId: desk.event.id, networkId: partner.id, shown: false, hasAccess: true };
    await db().insert(eventNetworks).values(host);
    const cohost = await anEventRole(desk.event, "cohost");
    const { ids } = await madeBy(await copiesOf(desk, ["2027-03-28", "2027-04-04"]));
    const [first] = ids;
    if (!first) throw new Error("no copy");

    const [item, none] = await db().select().from(sessions).where(eq(sessions.eventId, first));
    expect(none).toBeUndefined();
    expect(item).toMatchObject({
      title: "Messen",
      startsAt: new Date("2027-03-28T08:30:00Z"),
      endsAt: new Date("2027-03-28T09:15:00Z"),
    });
    const names = await db().select().from(speakers).where(eq(speakers.eventId, first));
    expect(names.map(({ name, position }) => [name, position]).sort()).toEqual([
      ["Ada Beispiel", 0],
      ["Bo Beispiel", 1],
    ]);
    const said = await db()
      .select()
      .from(sessionSpeakers)
      .where(eq(sessionSpeakers.sessionId, item?.id ?? "ses_none"));
    expect(said.map((row) => row.speakerId)).toEqual([names.find(({ name }) => name === "Ada Beispiel")?.id]);
    expect(await db().select().from(eventNetworks).where(inArray(eventNetworks.eventId, ids))).toMatchObject(
      ids.map(() => ({ networkId: partner.id, shown: false, hasAccess: true })),
    );
    const roles = await db().select().from(eventRoles).where(eq(eventRoles.eventId, first));
    expect(roles).toContainEqual({ eventId: first, personId: cohost.id, role: "cohost" });
    expect(await db().select().from(sessions).where(eq(sessions.eventId, desk.event.id))).toEqual([talk]);
  });

  it("keeps the series only on days within it", async () => {
    const network = await aNetwork();
    const week = await aSeries(network, { startsOn: "2027-03-20", endsOn: "2027-03-28" });
    const desk = await aDesk({ seriesId: week.id });
    const { rows } = await madeBy(await copiesOf(desk, ["2027-03-28", "2027-03-29"]));
    expect(rows.map((row) => row.seriesId)).toEqual([week.id, null]);
  });

  it("tells of each copy once", async () => {
    const { ids } = await madeBy(
      await copiesOf(await aDesk(), ["2027-03-28"], { rhythm: "week", count: "3" }),
    );
    const facts = await db().select().from(outbox).where(eq(outbox.kind, "event.created"));
    const told = facts
      .map(({ payload }) => eventPayload.parse(payload).eventId)
      .filter((eventId) => ids.includes(eventId));
    expect(told.sort()).toEqual(ids.toSorted());
    expect(ids).toHaveLength(3);
  });

  it.each([
    [[""], {}, { "days.0": ["required"] }],
    [["", "2027-04-01"], { rhythm: "week" }, { "days.0": ["required"] }],
    [["1. April"], {}, { "days.0": ["invalid_date"] }],
    [["2027-02-30"], {}, { "days.0": ["invalid_date"] }],
    [["2027-04-01", "2027-01-11"], {}, { "days.1": ["in_the_past"] }],
    [["2030-04-01"], {}, { "days.0": ["too_far_ahead"] }],
    [["2027-04-01", "", "2027-04-01"], {}, { "days.2": ["named_twice"] }],
    [["2027-04-01"], { rhythm: "week", count: "31" }, { count: ["too_many"] }],
    [["2027-04-01"], { rhythm: "week", count: "0" }, { count: ["at_least_one"] }],
    [["2027-04-01"], { rhythm: "week", count: "drei" }, { count: ["whole_number"] }],
    [["2027-04-01", "2027-04-02"], { rhythm: "week", count: "30" }, { "days.1": ["too_many"] }],
  ])("refuses %j with %j beside its field and makes nothing", async (days, more, fields) => {
    const desk = await aDesk();
    expect(await copiesOf(desk, days, more)).toMatchObject({
      ok: false,
      failure: { kind: "invalid", fields },
    });
    expect(await eventsOf(desk.event.networkId)).toHaveLength(1);
  });

  it("refuses a clock time that is skipped on that day, with all others of the form", async () => {
    const desk = await aDesk({
      startsAt: new Date("2027-03-21T01:30:00Z"),
      endsAt: new Date("2027-03-21T03:00:00Z"),
    });
    const result = await copiesOf(desk, ["2027-03-27", "2027-03-28"]);
    expect(result).toMatchObject({ failure: { fields: { "days.1": ["time_does_not_exist"] } } });
    expect(await eventsOf(desk.event.networkId)).toHaveLength(1);
  });

  it("takes thirty days and refuses the thirty-first", async () => {
    const desk = await aDesk();
    const days = Array.from({ length: 31 }, (_, index) => `2027-05-${String(index + 1).padStart(2, "0")}`);
    expect(await copiesOf(desk, days)).toMatchObject({ failure: { fields: { "days.30": ["too_many"] } } });
    expect((await madeBy(await copiesOf(desk, days.slice(0, 30)))).rows).toHaveLength(30);
  });

  it("looks like a missing event to everybody outside its desk, public as it is", async () => {
    const desk = await aDesk();
    const days = ["2027-03-28"];
    const missing = await copiesOf({ ...desk, event: { ...desk.event, id: "evt_000000" } }, days);
    for (const actor of [guest, ...desk.strangers])
      expect(await copiesOf({ ...desk, actor }, days)).toEqual(missing);
    expect(missing).toMatchObject({ ok: false, failure: { kind: "not_found" } });
    expect(await eventsOf(desk.event.networkId)).toHaveLength(1);
  });

  it("is forbidden to hosts of this event alone, be they from a network with access to it", async () => {
    const desk = await aDesk();
    const { id: eventId, networkId } = desk.event;
    const host = eventActor(await anEventRole(desk.event, "host"), desk.event, "host");
    const partner = {
      type: "person" as const,
      personId: (await aPerson()).id,
      grants: [{ role: "organizer" as const, networkId, eventId }],
      seats: [],
    };
    for (const actor of [host, partner])
      expect(await copiesOf({ ...desk, actor }, ["2027-03-28"])).toMatchObject({
        failure: { kind: "forbidden" },
      });
    expect(await eventsOf(networkId)).toHaveLength(1);
  });
});
