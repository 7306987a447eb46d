import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventNetworks, events } from "@/db/schema/programme";
import { guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer, aSeries } from "@/db/testing/makers";
import { agendaOf } from "../queries/agenda";
import { createEvent } from "./create-event";

const now = new Date("2026-11-12T10:00:00Z");

async function scene() {
  const network = await aNetwork();
  const actor = organizerActor(await anOrganizer(network), network);
  const input = {
    networkId: network.id,
    title: "Sensorik im Betrieb",
    startsLocal: "2027-03-28T10:00",
    plan: { kind: "workshop", mode: "roundtable", minutes: 120 },
  };
  return { network, actor, input };
}

const problemsOf = (result: Awaited<ReturnType<typeof createEvent>>) =>
  result.ok ? {} : result.failure.fields;

describe("createEvent", () => {
  it("makes a draft of three fields, with the length of its plan and the clock of its zone", async () => {
    const { actor, input } = await scene();
    const result = await createEvent({ actor, input, now });
    if (!result.ok) throw new Error(result.failure.reason);
    const [event] = await db().select().from(events).where(eq(events.id, result.value.eventId));
    expect(event).toMatchObject({
      status: "draft",
      kind: "workshop",
      mode: "roundtable",
      startsAt: new Date("2027-03-28T08:00:00Z"),
      endsAt: new Date("2027-03-28T10:00:00Z"),
      timeZone: "Europe/Berlin",
    });
  });

  it("gives every event an address of its own", async () => {
    const { actor, input } = await scene();
    const slugs = [];
    for (let round = 0; round < 3; round++) {
      const result = await createEvent({ actor, input: { ...input, title: "Immer gleich" }, now });
      slugs.push(result.ok && result.value.slug);
    }
    expect(slugs).toEqual(["immer-gleich", "immer-gleich-2", "immer-gleich-3"]);
  });

  it("shows co-hosts of the same alliance, without giving them access", async () => {
    const { network, actor, input } = await scene();
    const partner = await aNetwork({ allianceId: network.allianceId });
    const result = await createEvent({ actor, input: { ...input, coHostNetworkIds: partner.id }, now });
    if (!result.ok) throw new Error(result.failure.reason);
    const rows = await db()
      .select()
      .from(eventNetworks)
      .where(eq(eventNetworks.eventId, result.value.eventId));
    expect(rows).toMatchObject([{ networkId: partner.id, shown: true, hasAccess: false }]);
  });

  it.each([
    [{ startsLocal: "2027-03-28T02:30" }, { startsLocal: ["time_does_not_exist"] }],
    [{ startsLocal: "2026-11-01T10:00" }, { startsLocal: ["in_the_past"] }],
    [{ startsLocal: "2126-11-01T10:00" }, { startsLocal: ["too_far_ahead"] }],
    [{ startsLocal: "2026-12-01T24:00" }, { startsLocal: ["invalid_time"] }],
    [{ title: "\u200B\u202E" }, { title: ["required"] }],
    [{ title: "x".repeat(200) }, { title: ["too_long"] }],
    [{ timeZone: "Middle/Earth" }, { timeZone: ["invalid_zone"] }],
    [{ coHostNetworkIds: ["net_000000"] }, { coHostNetworkIds: ["invalid_id"] }],
  ])("refuses %j and says where", async (wrong, fields) => {
    const { actor, input } = await scene();
    expect(problemsOf(await createEvent({ actor, input: { ...input, ...wrong }, now }))).toEqual(fields);
  });

  it("keeps the clock times of a plan over several days through the night in which the clocks change", async () => {
    const { actor, input } = await scene();
    const plan = {
      ...{ kind: "conference", mode: "stage", minutes: 2 * 1440 + 360, language: "en" },
      agenda: [{ title: "Third day", kind: "presentation", after: 2 * 1440, minutes: 60 }],
      closesAfter: -1440,
    };
    const on = { ...input, startsLocal: "2027-03-26T10:00", plan };
    const result = await createEvent({ actor, input: on, now });
    if (!result.ok) throw new Error(result.failure.reason);
    const [event] = await db().select().from(events).where(eq(events.id, result.value.eventId));
    expect(event).toMatchObject({
      language: "en",
      startsAt: new Date("2027-03-26T09:00:00Z"),
      endsAt: new Date("2027-03-28T14:00:00Z"),
      registrationClosesAt: new Date("2027-03-25T09:00:00Z"),
    });
    expect(await agendaOf(result.value.eventId)).toMatchObject([
      { startsAt: new Date("2027-03-28T08:00:00Z"), endsAt: new Date("2027-03-28T09:00:00Z") },
    ]);
  });

  it("is in no series of another alliance", async () => {
    const { network, actor, input } = await scene();
    const [own, foreign] = [await aSeries(network), await aSeries(await aNetwork())];
    const seriesOf = async (seriesId: string) =>
      problemsOf(await createEvent({ actor, input: { ...input, seriesId }, now }));
    expect(await seriesOf(own.id)).toEqual({});
    expect(await seriesOf(foreign.id)).toEqual({ seriesId: ["invalid_id"] });
  });

  it("takes no co-host of another alliance", async () => {
    const { actor, input } = await scene();
    const foreign = await aNetwork();
    const result = await createEvent({ actor, input: { ...input, coHostNetworkIds: [foreign.id] }, now });
    expect(problemsOf(result)).toEqual({ coHostNetworkIds: ["invalid_id"] });
  });

  it("is nothing for guests or for organizers of another network", async () => {
    const { input } = await scene();
    const other = await aNetwork();
    const foreign = organizerActor(await anOrganizer(other), other);
    for (const actor of [guest, foreign])
      expect(await createEvent({ actor, input, now })).toMatchObject({
        ok: false,
        failure: { kind: "not_found" },
      });
  });
});
