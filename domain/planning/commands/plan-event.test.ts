import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { talkWindows } from "@/db/schema/matchmaking";
import { events } from "@/db/schema/programme";
import { seatPlans } from "@/db/schema/registration";
import { organizerActor, system } from "@/db/testing/actors";
import { aDesk, aSession } from "@/db/testing/agenda";
import { aNetwork, anOrganizer, aSeries } from "@/db/testing/makers";
import { planTalkHours } from "@/domain/matchmaking/commands/plan-talk-hours";
import { agendaOf } from "@/domain/programme/queries";
import { archiveTemplate } from "./archive-template";
import { planEvent } from "./plan-event";
import { saveTemplate } from "./save-template";

const startsLocal = `${new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10)}T10:00`;

const now = new Date("2027-01-12T10:00:00Z");

async function saved({ event, actor }: Awaited<ReturnType<typeof aDesk>>) {
  const template = await saveTemplate({ actor, input: { eventId: event.id, name: "Monatlich" } });
  if (!template.ok) throw new Error(template.failure.reason);
  return template.value.templateId;
}

describe("planEvent", () => {
  it("makes a draft with the seats of its template from three entries", async () => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const input = { networkId: network.id, title: "Messen, was zählt", startsLocal, template: "workshop" };
    const result = await planEvent({ actor, input });
    expect(result).toMatchObject({
      ok: true,
      value: { slug: "messen-was-zaehlt", networkSlug: network.slug },
    });
    if (!result.ok) return;
    const [event] = await db().select().from(events).where(eq(events.id, result.value.eventId));
    const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, result.value.eventId));
    expect(event).toMatchObject({ status: "draft", mode: "roundtable", networkId: network.id });
    expect(plan).toMatchObject({ capacity: 24, confirmed: 0 });
  });

  it("makes a draft of each that is planned at once with the same title", async () => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const input = { networkId: network.id, title: "Zur gleichen Zeit", startsLocal, template: "webinar" };
    const results = await Promise.all(Array.from({ length: 8 }, () => planEvent({ actor, input })));
    const slugs = results.map((result) => (result.ok ? result.value.slug : result.failure.reason));
    const numbered = Array.from({ length: 7 }, (_, n) => `zur-gleichen-zeit-${n + 2}`);
    expect(slugs.sort()).toEqual(["zur-gleichen-zeit", ...numbered]);
  });

  it("makes a draft from a template of the network, with its own title and day", async () => {
    const desk = await aDesk({ capacity: 12, waitlist: false, kind: "matchmaking", membersOnly: true });
    const { actor, event } = desk;
    await aSession(event, { title: "Vortrag", after: 30, minutes: 60 });
    const hours = { slotMinutes: 15, pauseMinutes: 5 };
    const [from, to] = [new Date("2027-03-21T09:30:00Z"), event.endsAt];
    await db()
      .insert(talkWindows)
      .values({ eventId: event.id, startsAt: from, endsAt: to, ...hours });
    const template = await saved(desk);
    const input = {
      networkId: event.networkId,
      title: "Im April",
      startsLocal: "2027-04-12T14:00",
      template,
    };
    const result = await planEvent({ actor, input, now });
    if (!result.ok) throw new Error(result.failure.reason);
    const { eventId } = result.value;
    const [draft] = await db().select().from(events).where(eq(events.id, eventId));
    const startsAt = new Date("2027-04-12T12:00:00Z");
    const own = { title: "Im April", status: "draft", slug: "im-april", startsAt };
    expect(draft).toMatchObject({ ...own, kind: "matchmaking", membersOnly: true });
    expect(await agendaOf(eventId)).toMatchObject([
      { title: "Vortrag", startsAt: new Date("2027-04-12T12:30:00Z"), endsAt: draft?.endsAt },
    ]);
    const [seats] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
    expect(seats).toMatchObject({ capacity: 12, waitlist: false, confirmed: 0 });
    const windowOf = async () =>
      (await db().select().from(talkWindows).where(eq(talkWindows.eventId, eventId)))[0];
    const moved = { ...hours, startsAt: new Date("2027-04-12T12:30:00Z"), endsAt: draft?.endsAt };
    expect(await windowOf()).toMatchObject(moved);
    // What follows a new event by rule leaves hours that are set as they are.
    await planTalkHours({ actor: system, input: { eventId } });
    expect(await windowOf()).toMatchObject(moved);
  });

  it("takes no template of another network, none from the archive and none that is not there", async () => {
    const [desk, other] = [await aDesk(), await aDesk()];
    const { actor, event } = desk;
    const archived = await saved(desk);
    await archiveTemplate({ actor, input: { templateId: archived, archived: "yes" } });
    for (const template of [await saved(other), archived, "tpl_000000"]) {
      const input = {
        networkId: event.networkId,
        title: "Im April",
        startsLocal: "2027-04-12T14:00",
        template,
      };
      expect(await planEvent({ actor, input, now })).toMatchObject({
        failure: { kind: "invalid", fields: { template: ["invalid_id"] } },
      });
    }
  });

  it("is in no series, whatever is posted", async () => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const { id: seriesId } = await aSeries(network);
    const input = { networkId: network.id, title: "Ohne Reihe", startsLocal, template: "webinar", seriesId };
    const result = await planEvent({ actor, input });
    if (!result.ok) throw new Error(result.failure.reason);
    const [event] = await db().select().from(events).where(eq(events.id, result.value.eventId));
    expect(event?.seriesId).toBeNull();
  });

  it("is refused to the organizer of another network as if that network did not exist, and leaves nothing", async () => {
    const [here, elsewhere] = [await aNetwork(), await aNetwork()];
    const actor = organizerActor(await anOrganizer(elsewhere), elsewhere);
    const input = { networkId: here.id, title: "Fremder Termin", startsLocal, template: "webinar" };
    expect(await planEvent({ actor, input })).toMatchObject({ ok: false, failure: { kind: "not_found" } });
    expect(await db().select().from(events).where(eq(events.networkId, here.id))).toHaveLength(0);
  });
});
