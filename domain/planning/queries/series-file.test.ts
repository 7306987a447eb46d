import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mailSettings } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { seatPlans } from "@/db/schema/registration";
import { guest, organizerActor, personActor } from "@/db/testing/actors";
import { aSession, aSpeaker } from "@/db/testing/agenda";
import { aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { aNetwork, anEvent, anOrganizer, aPerson, aSeries } from "@/db/testing/makers";
import { noLimits } from "@/domain/forms/rules";
import { planSeries } from "../commands/plan-series";
import { seriesText } from "../schema";
import { listSeriesForDesk, seriesFileOf, textOf } from "./series-file";

/** A week of two networks of one alliance, seen from the first. */
async function scene() {
  const network = await aNetwork();
  const partner = await aNetwork({ allianceId: network.allianceId });
  const week = await aSeries(network, { startsOn: "2027-03-22", endsOn: "2027-03-26", summary: "Kurz" });
  const of = { seriesId: week.id, capacity: 20, place: "Saal 2" };
  const at = (startsAt: string, minutes = 90) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(Date.parse(startsAt) + minutes * 60_000),
  });
  const first = await anEvent({ network, ...of, ...at("2027-03-22T09:00:00Z"), status: "draft" });
  await aSession(first, { title: "Vortrag", after: 0, minutes: 45 });
  await aSpeaker(first, "Dr. Ada Beispiel");
  const team = { isInternal: true, place: "Saal 3", crew: "Ben Beispiel" };
  await aSession(first, { title: "Geheim 3", after: 45, minutes: 5, ...team });
  const theirs = await anEvent({ network: partner, ...of, ...at("2027-03-24T15:30:00Z") });
  await aSession(theirs, { title: "Geheim 4", after: 0, minutes: 5, ...team });
  const run = { track: "Technik", scene: "Geheim 5", notes: "Geheim 6" };
  await aSession(theirs, { title: "Rundgang", after: 0, minutes: 30, ...run });
  await anEvent({
    network: partner,
    ...of,
    ...at("2027-03-23T09:00:00Z"),
    status: "draft",
    title: "Geheim 1",
  });
  await anEvent({
    network: partner,
    ...of,
    ...at("2027-03-23T09:00:00Z"),
    membersOnly: true,
    title: "Geheim 2",
  });
  await anEvent({ network, ...of, ...at("2027-03-25T09:00:00Z"), status: "cancelled", title: "Abgesagt" });
  const actor = organizerActor(await anOrganizer(network), network);
  const asked = { networkId: network.id, seriesId: week.id };
  return { network, partner, week, first, theirs, actor, asked };
}

const waitingOf = (networkId: string) => ({
  ...{ subjectDe: `Geduld bei ${networkId}`, textDe: "Guten Tag {name}", subjectEn: "", textEn: "" },
});

async function fileIn({ actor, asked }: Pick<Awaited<ReturnType<typeof scene>>, "actor" | "asked">) {
  const found = await seriesFileOf(actor, asked);
  if (!found || found === "too_many") throw new Error("no file");
  return found.file;
}

describe("a series as a file", () => {
  it("holds what the network plans itself and what is public of the others, with days and clock times", async () => {
    const world = await scene();
    expect(await fileIn(world)).toMatchObject({
      ...{ format: "plenum-series", version: 3 },
      series: { title: "Woche", summary: "Kurz", timeZone: "Europe/Berlin", days: 5 },
      events: [
        {
          ...{ title: world.first.title, day: 0, time: "10:00", minutes: 90, place: null },
          agenda: [{ title: "Vortrag", after: 0, minutes: 45 }],
          seats: { capacity: 20, waitlist: true },
        },
        {
          ...{ title: world.theirs.title, day: 2, time: "16:30", place: null },
          agenda: [{ title: "Rundgang", track: "Technik", place: "" }],
        },
      ],
    });
  });

  it("holds nobody's name, no place, no id and no secret of another network", async () => {
    const text = JSON.stringify(await fileIn(await scene()));
    expect(text).not.toMatch(/Beispiel|Saal|Geheim|Abgesagt|evt_|net_|ser_|2027/);
  });

  it("holds what its own network asks and sends, without its survey, and of others what their pages show", async () => {
    const world = await scene();
    for (const event of [world.first, world.theirs]) {
      const place = await aQuestion(event, aPlaceChoice);
      await aQuestion(event, { sensitive: true, showIf: [{ questionId: place.id, answer: "site" }] });
      await aQuestion(event, { kind: "file", stage: "followUp", limits: { ...noLimits, max: 3 } });
      const trust = { confirmMembers: true, confirmDomains: ["example.org"], membersFirst: true };
      const rules = { onsiteCapacity: 8, approval: true, switchHours: 24, ...trust };
      await db().update(seatPlans).set(rules).where(eq(seatPlans.eventId, event.id));
      const thanksDe = `Dank von ${event.networkId}`;
      const said = { thanks: true, thanksDe, liveNow: false, words: { waiting: waitingOf(event.networkId) } };
      const feedbackUrl = "https://example.org/umfrage";
      await db()
        .insert(mailSettings)
        .values({ eventId: event.id, ...said, feedbackUrl });
    }
    const file = await fileIn(world);
    const form = [{ kind: "choice" }, { sensitive: true, showIf: [{ question: 0, answer: 0 }] }];
    const follows = { kind: "file", stage: "followUp", max: 3 };
    const seats = { capacity: 20, onsiteCapacity: 8, approval: true, switchHours: 24, confirmDomains: [] };
    const thanksDe = `Dank von ${world.network.id}`;
    const words = { waiting: waitingOf(world.network.id) };
    expect(file.events).toMatchObject([
      {
        form: [...form, follows],
        seats,
        mails: { thanks: true, thanksDe, liveNow: false, feedbackUrl: null, words },
      },
      { form, seats, mails: null },
    ]);
    const text = textOf(file);
    expect(text).not.toMatch(/que_|umfrage/);
    expect(text).not.toContain(world.partner.id);
    expect(seriesText.safeParse(text).data).toEqual(file);
  });

  it("is too long when its text is more than a file may hold", async () => {
    const { network, week, actor, asked } = await scene();
    const description = "Lang und breit. ".repeat(500).trim();
    for (let number = 0; number < 80; number++)
      await anEvent({ network, seriesId: week.id, description, startsAt: new Date("2027-03-24T09:00:00Z") });
    expect(await seriesFileOf(actor, asked)).toBe("too_many");
  });

  it("becomes the same week in another region, at the same clock times after the clocks have changed", async () => {
    const file = await fileIn(await scene());
    const region = await aNetwork();
    const actor = organizerActor(await anOrganizer(region), region);
    const input = { networkId: region.id, firstDay: "2027-03-29", file: JSON.stringify(file) };
    const now = new Date("2027-01-12T10:00:00Z");
    expect(await planSeries({ actor, input, now })).toMatchObject({ ok: true, value: { made: 2 } });
    const made = await db()
      .select()
      .from(events)
      .where(eq(events.networkId, region.id))
      .orderBy(asc(events.startsAt));
    expect(made.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      "2027-03-29T08:00:00.000Z",
      "2027-03-31T14:30:00.000Z",
    ]);
    const again = { actor, asked: { networkId: region.id, seriesId: made[0]?.seriesId ?? "ser_none" } };
    expect(await fileIn(again)).toEqual(file);
    expect(seriesText.safeParse(JSON.stringify(file)).data).toEqual(file);
  });

  it("counts its days from its first event when that comes before the series", async () => {
    const world = await scene();
    const startsAt = new Date("2027-03-20T09:00:00Z");
    const endsAt = new Date("2027-03-20T10:00:00Z");
    await anEvent({ network: world.network, seriesId: world.week.id, startsAt, endsAt });
    const file = await fileIn(world);
    expect([file.series.days, ...file.events.map(({ day }) => day)]).toEqual([7, 0, 2, 4]);
  });

  it("is too long with more events than a file may hold", async () => {
    const { network, week, actor, asked } = await scene();
    for (let number = 0; number < 100; number++) await anEvent({ network, seriesId: week.id });
    expect(await seriesFileOf(actor, asked)).toBe("too_many");
  });

  it("is nothing for whoever does not plan there, nor of another alliance, nor while others only plan it", async () => {
    const { network, partner, week, actor, asked } = await scene();
    const other = await aNetwork();
    const stranger = organizerActor(await anOrganizer(other), other);
    const neighbour = organizerActor(await anOrganizer(partner), partner);
    for (const someone of [guest, personActor(await aPerson()), stranger, neighbour])
      expect(await seriesFileOf(someone, asked)).toBeUndefined();
    expect(await seriesFileOf(stranger, { ...asked, networkId: other.id })).toBeUndefined();
    const planned = await aSeries(network);
    await anEvent({ network: partner, seriesId: planned.id, status: "draft" });
    const listed = (await listSeriesForDesk(actor, network.id)).map(({ id }) => id);
    expect(listed).toEqual([week.id]);
    expect(await seriesFileOf(actor, { ...asked, seriesId: planned.id })).toBeUndefined();
  });
});
