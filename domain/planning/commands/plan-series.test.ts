import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { talkWindows } from "@/db/schema/matchmaking";
import { mailSettings } from "@/db/schema/notifications";
import { events, series } from "@/db/schema/programme";
import { seatPlans } from "@/db/schema/registration";
import { guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { questionsOf } from "@/domain/forms/queries";
import { mailSettingsOf } from "@/domain/notifications/queries/settings";
import { agendaOf } from "@/domain/programme/queries/agenda";
import { planSeries } from "./plan-series";

const now = new Date("2027-01-12T10:00:00Z");
const webinar = {
  ...{ title: "Vor der Umstellung", day: 0, time: "10:00", kind: "webinar", mode: "stage", minutes: 60 },
  seats: { capacity: 30, waitlist: false },
};
const talks = {
  ...{
    title: "Nach der Umstellung",
    day: 4,
    time: "14:00",
    kind: "matchmaking",
    mode: "forum",
    minutes: 150,
  },
  agenda: [{ title: "Begrüßung", kind: "welcome", after: 0, minutes: 15 }],
  seats: { capacity: null },
  talks: { after: 15, minutes: 135, slotMinutes: 15 },
};
const week = {
  format: "plenum-series",
  version: 1,
  series: { title: "Woche im Süden", summary: "Fünf Tage", days: 5 },
  events: [webinar, talks],
};

async function scene() {
  const network = await aNetwork();
  const actor = organizerActor(await anOrganizer(network), network);
  const eventsIn = () =>
    db().select().from(events).where(eq(events.networkId, network.id)).orderBy(asc(events.startsAt));
  const seriesIn = () => db().select().from(series).where(eq(series.allianceId, network.allianceId));
  const plan = (some: Record<string, unknown> = {}, file: unknown = week, key?: string) => {
    const input = { networkId: network.id, firstDay: "2027-03-25", file: JSON.stringify(file), ...some };
    return planSeries({ actor, input, now, idempotencyKey: key });
  };
  return { network, actor, eventsIn, seriesIn, plan };
}

describe("planSeries", () => {
  it("makes the series and a draft of each event at its clock time, with all that belongs to it", async () => {
    const { plan, eventsIn, seriesIn } = await scene();
    expect(await plan()).toMatchObject({ ok: true, value: { made: 2 } });
    const [made] = await seriesIn();
    const days = { startsOn: "2027-03-25", endsOn: "2027-03-29" };
    expect(made).toMatchObject({ title: "Woche im Süden", summary: "Fünf Tage", ...days });
    const drafts = await eventsIn();
    const common = { status: "draft", seriesId: made?.id, timeZone: "Europe/Berlin" };
    expect(drafts).toMatchObject([
      { ...common, title: webinar.title, startsAt: new Date("2027-03-25T09:00:00Z") },
      { ...common, title: talks.title, startsAt: new Date("2027-03-29T12:00:00Z") },
    ]);
    const eventId = drafts[1]?.id ?? "evt_none";
    expect(await agendaOf(eventId)).toMatchObject([{ title: "Begrüßung", kind: "welcome" }]);
    const [hours] = await db().select().from(talkWindows).where(eq(talkWindows.eventId, eventId));
    expect(hours).toMatchObject({ startsAt: new Date("2027-03-29T12:15:00Z"), slotMinutes: 15 });
    const [seats] = await db()
      .select()
      .from(seatPlans)
      .where(eq(seatPlans.eventId, drafts[0]?.id ?? "evt_none"));
    expect(seats).toMatchObject({ capacity: 30, waitlist: false, confirmed: 0 });
  });

  it("asks, gives seats and writes mails as a file of version 2 says", async () => {
    const { plan, eventsIn } = await scene();
    const rules = {
      onsiteCapacity: 10,
      approval: true,
      invitationOnly: true,
      offerHours: 6,
      switchHours: 48,
    };
    const meal = {
      ...{ kind: "choice", label: { de: "Essen Sie mit?" }, purpose: { de: "Verpflegung" } },
      options: [{ de: "Ja" }, { de: "Nein" }],
    };
    const diet = {
      ...meal,
      kind: "long",
      options: [],
      sensitive: true,
      showIf: [{ question: 0, answer: 0 }],
    };
    const words = { waiting: { subjectDe: "Noch etwas Geduld, {name}" }, thanks: { subjectEn: "Thank you" } };
    const mails = { hourBefore: false, thanks: true, thanksDe: "Danke!", words };
    const full = { ...webinar, seats: { capacity: 30, ...rules }, form: [meal, diet], mails };
    expect(await plan({}, { ...week, version: 2, events: [full] })).toMatchObject({ value: { made: 1 } });
    const eventId = (await eventsIn())[0]?.id ?? "evt_none";
    const [seats] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
    expect(seats).toMatchObject({ capacity: 30, waitlist: true, ...rules });
    const [first, second] = await questionsOf(eventId);
    expect(second).toMatchObject({
      ...{ kind: "long", sensitive: true },
      showIf: [{ questionId: first?.id, answer: first?.options[0]?.id }],
    });
    expect(await mailSettingsOf(eventId)).toMatchObject({
      ...{ hourBefore: false, thanks: true, dayBefore: true, review: false },
      words: { ...words, thanks: { subjectEn: "Thank you", textDe: "Danke!" } },
    });
  });

  it("makes of a file of version 1 what Plenum does by itself: nothing asked, seats at once, all reminders", async () => {
    const { plan, eventsIn } = await scene();
    expect(week.version).toBe(1);
    await plan();
    const eventId = (await eventsIn())[0]?.id ?? "evt_none";
    expect(await questionsOf(eventId)).toEqual([]);
    expect(await db().select().from(mailSettings).where(eq(mailSettings.eventId, eventId))).toEqual([]);
    const [seats] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
    expect(seats).toMatchObject({ onsiteCapacity: null, approval: false, invitationOnly: false });
  });

  it("only tells what it would make while one looks, and what can't be", async () => {
    const { plan, eventsIn, seriesIn } = await scene();
    const night = { ...webinar, title: "Mitten in der Nacht", day: 3, time: "02:30" };
    const looked = await plan({ step: "look" }, { ...week, events: [webinar, night] });
    expect(looked).toMatchObject({
      ok: true,
      value: {
        made: 0,
        preview: {
          ...{
            title: "Woche im Süden",
            startsOn: "2027-03-25",
            endsOn: "2027-03-29",
            timeZone: "Europe/Berlin",
          },
          events: [
            { title: webinar.title, day: "2027-03-25", startsAt: "2027-03-25T09:00:00.000Z", problem: null },
            { title: night.title, day: "2027-03-28", startsAt: null, problem: "time_does_not_exist" },
          ],
        },
      },
    });
    expect([await eventsIn(), await seriesIn()]).toEqual([[], []]);
  });

  it("gives its text back to whoever looks, so that the same is made of it", async () => {
    const { plan, eventsIn } = await scene();
    const looked = await plan({ step: "look" });
    if (!looked.ok) throw new Error(looked.failure.reason);
    expect(await plan({ file: looked.value.text })).toMatchObject({ ok: true, value: { made: 2 } });
    expect(await eventsIn()).toHaveLength(2);
  });

  it.each([
    ["2027-01-11", "in_the_past"],
    ["2030-03-25", "too_far_ahead"],
  ])("makes nothing when an event can't be there: %s is %s", async (firstDay, problem) => {
    const { plan, eventsIn, seriesIn } = await scene();
    expect(await plan({ firstDay })).toMatchObject({ failure: { fields: { firstDay: [problem] } } });
    expect([await eventsIn(), await seriesIn()]).toEqual([[], []]);
  });

  it("refuses a file with a mistake in its last event, and says where", async () => {
    const { plan, eventsIn, seriesIn } = await scene();
    const broken = { ...talks, talks: { after: 0, minutes: 15, slotMinutes: 15, pauseMinutes: 500 } };
    expect(await plan({}, { ...week, events: [webinar, broken] })).toMatchObject({
      failure: { kind: "invalid", fields: { "file.events.1.talks.pauseMinutes": ["too_long"] } },
    });
    expect([await eventsIn(), await seriesIn()]).toEqual([[], []]);
  });

  it("R23: is made once, however often one form is sent at once, and again for another", async () => {
    const { plan, eventsIn, seriesIn } = await scene();
    const answers = await Promise.all(Array.from({ length: 4 }, () => plan({}, week, "one-intention")));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect([(await eventsIn()).length, (await seriesIn()).length]).toEqual([2, 1]);
    await plan({}, week, "another-intention");
    expect([(await eventsIn()).length, (await seriesIn()).length]).toEqual([4, 2]);
  });

  it("S54: plans as many events as a file may hold, in one go", async () => {
    const { plan, eventsIn } = await scene();
    const events = Array.from({ length: 100 }, (_, number) => ({
      ...webinar,
      title: "Termin",
      day: number % 5,
    }));
    expect(await plan({}, { ...week, events })).toMatchObject({ ok: true, value: { made: 100 } });
    expect(new Set((await eventsIn()).map(({ slug }) => slug)).size).toBe(100);
  });

  it("S42: keeps a text that looks like a page as the text it is", async () => {
    const { plan, eventsIn } = await scene();
    const title = "</script><script>alert(1)</script>";
    await plan({}, { ...week, events: [{ ...webinar, title }] });
    expect((await eventsIn())[0]).toMatchObject({ title, slug: "script-script-alert-1-script" });
  });

  it("is nothing for guests or for organizers of another network of the alliance", async () => {
    const { network, eventsIn, seriesIn } = await scene();
    const other = await aNetwork({ allianceId: network.allianceId });
    const file = JSON.stringify(week);
    for (const actor of [guest, organizerActor(await anOrganizer(other), other)])
      for (const step of ["look", "make"]) {
        const input = { networkId: network.id, firstDay: "2027-03-25", file, step };
        expect(await planSeries({ actor, input, now })).toMatchObject({ failure: { kind: "not_found" } });
      }
    expect([await eventsIn(), await seriesIn()]).toEqual([[], []]);
  });
});
