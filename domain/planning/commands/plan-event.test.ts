import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { talkWindows } from "@/db/schema/matchmaking";
import { circulars, mailSettings } from "@/db/schema/notifications";
import { eventTemplates } from "@/db/schema/planning";
import { events, sessions } from "@/db/schema/programme";
import { invitations, seatPlans } from "@/db/schema/registration";
import { organizerActor, system } from "@/db/testing/actors";
import { aDesk, aSession } from "@/db/testing/agenda";
import { anAnswer, aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { aNetwork, anOrganizer, aRegistration, aSeries } from "@/db/testing/makers";
import { strictRules } from "@/db/testing/seats";
import { formForDesk, questionsOf } from "@/domain/forms/queries";
import { planTalkHours } from "@/domain/matchmaking/commands/plan-talk-hours";
import { changeMailSettings } from "@/domain/notifications/commands/change-mail-settings";
import { changeMailWording } from "@/domain/notifications/commands/change-mail-wording";
import { saveCircular } from "@/domain/notifications/commands/save-circular";
import { mailSettingsOf } from "@/domain/notifications/queries/settings";
import { agendaOf } from "@/domain/programme/queries/agenda";
import { createInvitation } from "@/domain/registration/commands/create-invitation";
import { templateName } from "../schema";
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

async function planned(input: object, seen: Date = now) {
  const network = await aNetwork();
  const actor = organizerActor(await anOrganizer(network), network);
  const common = { networkId: network.id, title: "Eingebaut", startsLocal: "2027-04-12T10:00", ...input };
  const result = await planEvent({ actor, input: common, now: seen });
  if (!result.ok) throw new Error(result.failure.reason);
  const { eventId } = result.value;
  const [event] = await db().select().from(events).where(eq(events.id, eventId));
  const [seats] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
  return { event, seats, agenda: await agendaOf(eventId), form: await questionsOf(eventId) };
}

describe("the five built-in templates", () => {
  it("have an agenda, one item after the other, in the language of the event", async () => {
    const { event, agenda } = await planned({ template: "workshop", language: "en" });
    expect(event?.language).toBe("en");
    expect(agenda.map(({ title, startsAt }) => [title, startsAt])).toEqual([
      ["Welcome and aims", new Date("2027-04-12T08:00:00Z")],
      ["Introductions", new Date("2027-04-12T08:10:00Z")],
      ["Opening thoughts", new Date("2027-04-12T08:25:00Z")],
      ["Group work", new Date("2027-04-12T08:40:00Z")],
      ["Break", new Date("2027-04-12T09:20:00Z")],
      ["Group results", new Date("2027-04-12T09:30:00Z")],
      ["Next steps", new Date("2027-04-12T09:50:00Z")],
    ]);
  });

  it.each(templateName.options)(
    "%s fills its whole length with its agenda, without a gap",
    async (template) => {
      const { event, agenda } = await planned({ template });
      const ends = [event?.startsAt, ...agenda.map(({ endsAt }) => endsAt)];
      expect([...agenda.map(({ startsAt }) => startsAt), event?.endsAt]).toEqual(ends);
    },
  );

  it.each(templateName.options)(
    "%s has hours for talks where its agenda has talks, and only there",
    async (template) => {
      const { event, agenda } = await planned({ template });
      const windows = await db()
        .select()
        .from(talkWindows)
        .where(eq(talkWindows.eventId, event?.id ?? "evt_none"));
      const talks = agenda.filter(({ kind }) => kind === "talks");
      expect(windows).toMatchObject(
        talks.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, slotMinutes: 20 })),
      );
      // Whole talks only: none is offered that the agenda would cut off.
      for (const { startsAt, endsAt } of windows)
        expect((endsAt.getTime() - startsAt.getTime()) % 1_200_000).toBe(0);
      expect(windows).toHaveLength(["matchmaking", "hybrid"].includes(template) ? 1 : 0);
    },
  );

  it("hybrid has seats on site, and asks in confidence what somebody eats and needs", async () => {
    const { seats, form } = await planned({ template: "hybrid" });
    expect(seats).toMatchObject({ capacity: 200, onsiteCapacity: 80, waitlist: true, approval: false });
    const [meal, diet, access] = form;
    expect(form.map(({ sensitive, required }) => [sensitive, required])).toEqual([
      [false, false],
      [true, false],
      [true, false],
    ]);
    expect(diet?.showIf).toEqual([{ questionId: meal?.id, answer: meal?.options[0]?.id }]);
    expect(access?.label).toEqual({
      de: "Was brauchen Sie, um gut teilnehmen zu können?",
      en: "Do you have any access needs?",
    });
  });

  it("matchmaking asks what to talk about, and with whom; the other three ask nothing", async () => {
    const { form } = await planned({ template: "matchmaking" });
    expect(form.map(({ kind, required }) => [kind, required])).toEqual([
      ["long", false],
      ["choices", false],
    ]);
    for (const template of ["webinar", "workshop", "forum"]) {
      const { form: none, seats } = await planned({ template });
      expect([none, seats?.onsiteCapacity]).toEqual([[], null]);
    }
  });
});

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
    const entrance = { membersOnly: true, membersBy: ["asking" as const] };
    const desk = await aDesk({ capacity: 12, waitlist: false, kind: "matchmaking", ...entrance });
    const { actor, event } = desk;
    const run = { track: "Technik", place: "Saal 3", isInternal: true, scene: "Folie 1", notes: "Mikro 2" };
    await aSession(event, { title: "Vortrag", after: 30, minutes: 60, ...run });
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
    expect(draft).toMatchObject({ ...own, kind: "matchmaking", ...entrance });
    expect(await db().select().from(sessions).where(eq(sessions.eventId, eventId))).toMatchObject([
      { title: "Vortrag", startsAt: new Date("2027-04-12T12:30:00Z"), endsAt: draft?.endsAt, ...run },
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

  it("takes form, rules of the seats and mails along, and nobody's answers, codes or messages", async () => {
    const desk = await aDesk({ capacity: 12 });
    const { actor, event } = desk;
    const eventId = event.id;
    const place = await aQuestion(event, aPlaceChoice);
    const diet = { sensitive: true, showIf: [{ questionId: place.id, answer: "site" }] };
    await aQuestion(event, diet);
    await anAnswer(await aRegistration(event), place, "site");
    await db().update(seatPlans).set(strictRules).where(eq(seatPlans.eventId, eventId));
    const words = { thanks: { textDe: "Danke!" }, calledOff: { subjectDe: "Leider nicht: {event}" } };
    const mails = { hourBefore: true, thanks: true };
    await changeMailSettings({ actor, input: { eventId, ...mails } });
    for (const [mail, wording] of Object.entries(words))
      await changeMailWording({ actor, input: { eventId, mail, ...wording } });
    await createInvitation({ actor, input: { eventId, maxUses: 3 } });
    const message = { statuses: "confirmed", subjectDe: "Nur einmal", bodyDe: "Bis morgen!" };
    await saveCircular({ actor, input: { eventId, ...message } });
    const on = { networkId: event.networkId, title: "Im April", startsLocal: "2027-04-12T14:00" };
    const result = await planEvent({ actor, input: { ...on, template: await saved(desk) }, now });
    if (!result.ok) throw new Error(result.failure.reason);
    const made = result.value.eventId;
    const [seats] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, made));
    expect(seats).toMatchObject({ capacity: 12, ...strictRules, confirmed: 0 });
    const form = await formForDesk(actor, made);
    expect(form).toMatchObject([{ answers: 0 }, { answers: 0, sensitive: true }]);
    expect(form?.[1]?.showIf).toEqual([{ questionId: form?.[0]?.id, answer: form?.[0]?.options[0]?.id }]);
    expect(await mailSettingsOf(made)).toMatchObject({ ...mails, words, dayBefore: false });
    expect(await db().select().from(invitations).where(eq(invitations.eventId, made))).toEqual([]);
    expect(await db().select().from(circulars).where(eq(circulars.eventId, made))).toEqual([]);
  });

  it("plans from a template that was saved before there were forms, rules and mails", async () => {
    const desk = await aDesk();
    const seats = { capacity: 9, waitlist: true };
    const plan = { kind: "webinar", mode: "stage", minutes: 60, seats };
    const row = { networkId: desk.event.networkId, name: "Von früher", plan };
    const [old] = await db().insert(eventTemplates).values(row).returning();
    const on = { networkId: desk.event.networkId, title: "Im April", startsLocal: "2027-04-12T14:00" };
    const input = { ...on, template: old?.id ?? "tpl_000000" };
    const result = await planEvent({ actor: desk.actor, input, now });
    if (!result.ok) throw new Error(result.failure.reason);
    const { eventId } = result.value;
    expect(await questionsOf(eventId)).toEqual([]);
    expect(await db().select().from(mailSettings).where(eq(mailSettings.eventId, eventId))).toEqual([]);
    const [made] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
    expect(made).toMatchObject({ ...seats, onsiteCapacity: null, approval: false, switchHours: 0 });
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

  it("is in a series that its network hosts, and in none else", async () => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const { id: seriesId } = await aSeries(network);
    const input = {
      networkId: network.id,
      title: "In der Woche",
      startsLocal,
      template: "webinar",
      seriesId,
    };
    const result = await planEvent({ actor, input });
    if (!result.ok) throw new Error(result.failure.reason);
    const [event] = await db().select().from(events).where(eq(events.id, result.value.eventId));
    expect(event?.seriesId).toBe(seriesId);
    const { id: foreign } = await aSeries(await aNetwork({ allianceId: network.allianceId }));
    expect(await planEvent({ actor, input: { ...input, seriesId: foreign } })).toMatchObject({
      failure: { fields: { seriesId: ["invalid_id"] } },
    });
  });

  it("is refused to the organizer of another network as if that network did not exist, and leaves nothing", async () => {
    const [here, elsewhere] = [await aNetwork(), await aNetwork()];
    const actor = organizerActor(await anOrganizer(elsewhere), elsewhere);
    const input = { networkId: here.id, title: "Fremder Termin", startsLocal, template: "webinar" };
    expect(await planEvent({ actor, input })).toMatchObject({ ok: false, failure: { kind: "not_found" } });
    expect(await db().select().from(events).where(eq(events.networkId, here.id))).toHaveLength(0);
  });
});
