import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventFeedback } from "@/db/schema/attendance-afterwards";
import { roomSettings } from "@/db/schema/rooms";
import { eventActor, guest, organizerActor } from "@/db/testing/actors";
import { anAudience } from "@/db/testing/audience";
import { aNetwork, anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, aStay, at } from "@/db/testing/rooms";
import { endLive } from "@/domain/rooms/commands/end-live";
import { exportReport } from "../commands/export-report";
import { eventReport } from "./report";
import { reportFile, reportJson } from "./report-file";
import { reportPaper } from "./report-paper";
import { reportSections } from "./report-sections";

/** An hour that was ended after 20 minutes: its host was there throughout, Ada for ten, Ben for five. */
async function anEvening() {
  const network = await aNetwork();
  const live = await aLiveEvent({ network, guests: 2 });
  const { event, host } = live;
  const [ada, ben] = live.people;
  if (!ada || !ben) throw new Error("two guests are needed");
  await aStay(event, host, { from: 0, to: 1200 });
  await aStay(event, ada, { from: 300, to: 900 });
  await aStay(event, ben, { from: 600, to: 900 });
  await aRegistration(event, { status: "waiting" });
  await endLive({ actor: host.actor, input: { eventId: event.id }, now: at(1200) });
  return { ...live, network, organizer: organizerActor(await anOrganizer(network), network) };
}
type Evening = Awaited<ReturnType<typeof anEvening>>;

async function reportOf({ organizer, event }: Pick<Evening, "organizer" | "event">, second = 1300) {
  const report = await eventReport(organizer, { eventId: event.id, now: at(second) });
  if (!report) throw new Error("the organizer reads the report");
  return report;
}

describe("the report on an event", () => {
  it("counts what happened, and the files say the same numbers as the page", async () => {
    const evening = await anEvening();
    const report = await reportOf(evening);
    expect(report).toMatchObject({
      held: { openedAt: at(0), endedAt: at(1200) },
      came: { door: 0, online: 2 },
      stayed: { people: 3, peak: 3, mean: 12, median: 10 },
      curve: { peak: { at: at(600).getTime(), count: 3 } },
      feedback: { people: 0, told: null },
      talks: null,
    });
    const numbers = new Map(
      reportSections(report, "de").flatMap(({ id, lines }) =>
        lines.map((line) => [`${id}.${line.id}`, line.value]),
      ),
    );
    expect(["came", "people", "peak", "mean", "median"].map((id) => numbers.get(`presence.${id}`))).toEqual([
      2, 3, 3, 12, 10,
    ]);
    expect(numbers.get("states.waiting")).toBe(1);
    const { name, parts } = reportFile(report, { format: "rfc4180", locale: "de" });
    const csv = [...parts].join("");
    expect(name).toBe(`bericht-${evening.event.slug}.csv`);
    expect(csv).toContain('"Anwesenheit","Höchststand",3\r\n');
    expect(csv).toContain('"Anmeldungen","Warteliste",1\r\n');
    const { json } = reportJson(report, "en");
    expect(json).toMatchObject({
      version: 1,
      stayed: { peak: 3 },
      curve: { peak: { at: at(600).toISOString() } },
    });
    const { paper } = await reportPaper(report, { locale: "de", now: at(1300) });
    if (paper.kind !== "report") throw new Error("a report is drawn as one");
    const presence = paper.sections.find(({ title }) => title === "Anwesenheit");
    expect(presence?.lines).toContainEqual({ label: "Höchststand", value: "3" });
  });

  it("names nobody in any of them, and says of feedback nothing that tells who gave it", async () => {
    const evening = await anEvening();
    const { event, organizer } = evening;
    const names: string[] = [];
    const say = async (score: number, note: string) => {
      const one = await aRegistration(event, { name: `Kanarienvogel ${score}${note}`, provenAt: at(0) });
      names.push(one.name);
      await db()
        .insert(eventFeedback)
        .values({ registrationId: one.id, eventId: event.id, score, note, givenAt: at(1250) });
    };
    for (const score of [5, 5, 4, 2]) await say(score, "");
    expect((await reportOf(evening)).feedback).toEqual({ people: 4, told: null });
    await say(3, "Mehr Pausen");
    const report = await reportOf(evening);
    expect(report.feedback).toEqual({
      people: 5,
      told: { counts: [0, 1, 1, 1, 2], mean: 3.8, notes: ["Mehr Pausen"] },
    });
    const all = JSON.stringify([
      report,
      [...reportFile(report, { format: "excel", locale: "de" }).parts],
      await reportPaper(report, { locale: "de", now: at(1300) }),
    ]);
    expect(all).toContain("Mehr Pausen");
    expect(all).not.toContain("Kanarienvogel");
    expect(all).not.toMatch(/adm_|reg_|per_/);
    expect(organizer.type).toBe("person");
  });

  it("says what most people wanted to know, in their words and without their names", async () => {
    const network = await aNetwork();
    const audience = await anAudience({ network, mode: "stage" });
    const { event, ada, ben, cem, dana } = audience;
    const [coffee, slides] = [
      await audience.ask(ada, "Gibt es Kaffee?"),
      await audience.ask(ben, "Gibt es Folien?"),
    ];
    const unfit = await audience.ask(cem, "Warum ist es hier so kalt?");
    for (const one of [ada, cem, dana]) await audience.vote(one, slides);
    await audience.vote(dana, coffee);
    await audience.settle(slides, "answer", "Ja, morgen.");
    await audience.settle(unfit, "dismiss");
    const organizer = organizerActor(await anOrganizer(network), network);
    const report = await reportOf({ organizer, event }, 3_000);
    expect(report.questions).toEqual([
      { text: "Gibt es Folien?", votes: 3, isAnswered: true },
      { text: "Gibt es Kaffee?", votes: 1, isAnswered: false },
    ]);
    expect(report.taking).toMatchObject({ questions: 3, votes: 4 });
    const lines = reportSections(report, "de").find(({ id }) => id === "questions")?.lines;
    expect(lines?.map(({ label, value }) => [label, value])).toEqual([
      ["Gibt es Folien?", 3],
      ["Gibt es Kaffee?", 1],
    ]);
  });

  it("P20: has no minutes where none are kept, and is still there", async () => {
    const evening = await anEvening();
    await db()
      .insert(roomSettings)
      .values({ eventId: evening.event.id, settings: { recordsAttendance: false } });
    const report = await reportOf(evening);
    expect([report.stayed, report.curve]).toEqual([null, null]);
    expect(reportSections(report, "de").find(({ id }) => id === "states")?.lines).not.toEqual([]);
  });

  it("is for the organizers of the event and its partners, from the start on; taking it away is written down", async () => {
    const evening = await anEvening();
    const { event, host, network } = evening;
    const partner = eventActor(await anEventRole(event, "host"), event, "observer");
    const asked = { eventId: event.id, now: at(1300) };
    for (const actor of [guest, host.actor, partner]) {
      expect(await eventReport(actor, asked)).toBeUndefined();
      expect(
        await exportReport({ actor, input: { eventId: event.id, format: "csv" }, now: at(1300) }),
      ).toMatchObject({ ok: false });
    }
    expect(await eventReport(evening.organizer, { ...asked, now: at(-60) })).toMatchObject({});
    const tomorrow = await aLiveEvent({ network, startsAt: at(86_400) });
    expect(
      await exportReport({
        actor: evening.organizer,
        input: { eventId: tomorrow.event.id, format: "json" },
        now: at(1300),
      }),
    ).toMatchObject({ ok: true });
  });
});
