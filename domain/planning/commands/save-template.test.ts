import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { talkWindows } from "@/db/schema/matchmaking";
import { mailSettings } from "@/db/schema/notifications";
import { eventTemplates } from "@/db/schema/planning";
import { sessions } from "@/db/schema/programme";
import { seatPlans } from "@/db/schema/registration";
import { guest } from "@/db/testing/actors";
import { aDesk, aSession, aSpeaker, DESK_START, speaksIn } from "@/db/testing/agenda";
import { anAnswer, aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { aRegistration } from "@/db/testing/makers";
import { strictRules } from "@/db/testing/seats";
import { noLimits } from "@/domain/forms/rules";
import { listTemplates } from "../queries/templates";
import { archiveTemplate } from "./archive-template";
import { saveTemplate } from "./save-template";

type Desk = Awaited<ReturnType<typeof aDesk>>;
const save = ({ event, actor }: Desk, name = "Monatlich") =>
  saveTemplate({ actor, input: { eventId: event.id, name } });
const shelf = ({ event, actor }: Desk) => listTemplates(actor, event.networkId);
const later = (minutes: number) => new Date(DESK_START.getTime() + minutes * 60_000);
const ofEverybody = { track: "", place: "", mode: null, isInternal: false, scene: "", notes: "" } as const;
const inTrack = {
  track: "Technik",
  place: "Saal 3",
  mode: "roundtable",
  isInternal: true,
  scene: "Folie 1",
  notes: "Mikro 2 stumm",
} as const;

describe("saveTemplate", () => {
  it("keeps what can be made again of an event, measured from its start", async () => {
    const desk = await aDesk({
      kind: "workshop",
      mode: "roundtable",
      membersOnly: true,
      membersBy: ["domain", "asking"],
      place: "Saal 2",
      language: "en",
      summary: "Kurz",
      description: "Lang\nund breit",
      topics: ["sensorik"],
      capacity: 12,
      waitlist: false,
      registrationOpensAt: later(-14 * 1440),
      registrationClosesAt: later(-1440),
    });
    const { id: eventId } = desk.event;
    await aSession(desk.event, { title: "Danach", after: 30, minutes: 60 });
    await aSession(desk.event, { title: "Zuerst", after: 0, minutes: 30, ...inTrack });
    await db()
      .insert(talkWindows)
      .values({ eventId, startsAt: later(15), endsAt: later(75), slotMinutes: 15, pauseMinutes: 5 });
    expect(await save(desk)).toMatchObject({ ok: true });
    const [template] = await shelf(desk);
    expect(template).toMatchObject({ name: "Monatlich", isArchived: false });
    expect(template?.plan).toEqual({
      ...{ kind: "workshop", mode: "roundtable", minutes: 90, membersOnly: true, place: "Saal 2" },
      membersBy: ["domain", "asking"],
      ...{ language: "en", summary: "Kurz", description: "Lang\nund breit", topics: ["sensorik"] },
      opensAfter: -14 * 1440,
      closesAfter: -1440,
      agenda: [
        { title: "Zuerst", kind: "presentation", after: 0, minutes: 30, ...inTrack },
        { title: "Danach", kind: "presentation", after: 30, minutes: 60, ...ofEverybody },
      ],
      seats: {
        ...{ capacity: 12, onsiteCapacity: null, waitlist: false, approval: false, invitationOnly: false },
        ...{ offerHours: null, switchHours: 0, confirmMembers: false, confirmDomains: [] },
        ...{ membersFirst: false, invitedFirst: false },
      },
      form: [],
      mails: null,
      talks: { after: 15, minutes: 60, slotMinutes: 15, pauseMinutes: 5 },
    });
  });

  it("keeps nobody's name and no registration", async () => {
    const desk = await aDesk();
    const crew = { crew: "Cem Beispiel" };
    const item = await aSession(desk.event, { title: "Vortrag", after: 0, minutes: 30, ...crew });
    await speaksIn(await aSpeaker(desk.event, "Dr. Ada Beispiel"), item);
    await aRegistration(desk.event, { name: "Ben Muster", email: "ben@example.org" });
    await save(desk);
    const [row] = await db()
      .select()
      .from(eventTemplates)
      .where(eq(eventTemplates.networkId, desk.event.networkId));
    expect(JSON.stringify(row?.plan)).not.toMatch(/Beispiel|Muster|example/);
  });

  it("keeps form, rules of the seats and mails, by numbers and without a day", async () => {
    const desk = await aDesk({ capacity: 12 });
    const eventId = desk.event.id;
    const place = await aQuestion(desk.event, aPlaceChoice);
    await aQuestion(desk.event, {
      ...{ kind: "date", sensitive: true, limits: { ...noLimits, to: "2027-03-22" } },
      showIf: [{ questionId: place.id, answer: "site" }],
    });
    await anAnswer(await aRegistration(desk.event), place, "site");
    await db().update(seatPlans).set(strictRules).where(eq(seatPlans.eventId, eventId));
    const mails = { thanksEn: "Thanks!", feedbackUrl: "https://example.org/survey" };
    await db()
      .insert(mailSettings)
      .values({ eventId, liveNow: false, ...mails });
    await save(desk);
    const [template] = await shelf(desk);
    expect(template?.plan).toMatchObject({
      seats: { capacity: 12, ...strictRules },
      form: [
        { kind: "choice", options: [{ de: "Vor Ort" }, { de: "Online" }] },
        { kind: "date", sensitive: true, to: 1, showIf: [{ question: 0, answer: 0 }] },
      ],
      mails: { dayBefore: true, liveNow: false, review: false, ...mails },
    });
    expect(JSON.stringify(template?.plan)).not.toMatch(/que_|evt_|2027/);
  });

  it("keeps of an agenda what lies within an event that became shorter", async () => {
    const desk = await aDesk();
    await aSession(desk.event, { title: "Bleibt", after: 60, minutes: 60 });
    await aSession(desk.event, { title: "Zu spät", after: 120, minutes: 30 });
    await save(desk);
    expect((await shelf(desk))[0]?.plan.agenda).toEqual([
      { title: "Bleibt", kind: "presentation", after: 60, minutes: 30, ...ofEverybody },
    ]);
  });

  it("refuses an event that is more than a template may hold", async () => {
    const desk = await aDesk();
    const { id: eventId, startsAt, endsAt } = desk.event;
    const item = { eventId, title: "Punkt", kind: "presentation" as const, startsAt, endsAt };
    await db()
      .insert(sessions)
      .values(Array.from({ length: 101 }, () => item));
    expect(await save(desk)).toMatchObject({ failure: { reason: "too_long_for_template" } });
  });

  it("has one template of a name, whatever its capitals, until that one is in the archive", async () => {
    const desk = await aDesk();
    const first = await save(desk, "Monatlich");
    if (!first.ok) throw new Error(first.failure.reason);
    expect(await save(desk, "MONATLICH")).toMatchObject({
      failure: { kind: "invalid", fields: { name: ["name_taken"] } },
    });
    const { actor } = desk;
    await archiveTemplate({ actor, input: { templateId: first.value.templateId, archived: "yes" } });
    expect(await save(desk, "MONATLICH")).toMatchObject({ ok: true });
  });

  it("looks like a missing event to everybody else", async () => {
    const desk = await aDesk({ status: "draft" });
    for (const actor of [guest, ...desk.strangers])
      expect(await save({ ...desk, actor })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await shelf(desk)).toEqual([]);
  });
});
