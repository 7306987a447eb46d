import { expect, it } from "vitest";
import { create } from "xmlbuilder2";
import { z } from "zod";
import { db } from "@/db/client";
import { events, speakers } from "@/db/schema/programme";
import { aNetwork, anEvent, aSeries } from "@/db/testing/makers";
import { MOST_LISTED } from "@/domain/programme/queries";
import { scheduleText } from "./schedule";

const talk = z.object({
  title: z.string(),
  room: z.string(),
  track: z.string(),
  persons: z.array(z.object({ name: z.string() })),
});
const schedule = z.object({
  schedule: z.object({
    conference: z.object({
      days: z.array(z.object({ date: z.string(), rooms: z.record(z.string(), z.array(talk)) })),
    }),
  }),
});

/** The titles of each day, room by room. */
async function daysOf(slug: string) {
  const text = await scheduleText(slug, "json");
  const { days } = schedule.parse(JSON.parse(text ?? "null")).schedule.conference;
  return days.map(({ date, rooms }) => ({ date, talks: Object.values(rooms).flat() }));
}

/** A week of two networks: three events to show, one of them in the first hour of a day in Berlin, and three to hide. */
async function aWeek() {
  const network = await aNetwork();
  const other = await aNetwork({ allianceId: network.allianceId });
  const { id: seriesId, slug } = await aSeries(network);
  const week = { network, seriesId };
  const on = (start: string) => {
    const startsAt = new Date(start);
    return { startsAt, endsAt: new Date(startsAt.getTime() + 45 * 60_000) };
  };
  const first = await anEvent({
    ...week,
    ...on("2027-03-09T09:00:00Z"),
    title: "Früh",
    topics: ["sensorik"],
  });
  await anEvent({ ...week, network: other, ...on("2027-03-09T22:10:00Z"), title: "Spät" });
  await anEvent({ ...week, ...on("2027-03-09T23:10:00Z"), title: "Nach Mitternacht", status: "live" });
  const hidden = [
    await anEvent({ ...week, ...on("2027-03-10T09:00:00Z"), title: "Entwurf", status: "draft" }),
    await anEvent({ ...week, ...on("2027-03-10T10:00:00Z"), title: "Nur intern", membersOnly: true }),
    await anEvent({ ...week, ...on("2027-03-11T09:00:00Z"), title: "Abgesagt", status: "cancelled" }),
  ];
  return { slug, network, other, first, hidden };
}

it("a series is a programme of the days in Berlin on which something is held, each in its network's room", async () => {
  const { slug, network, other } = await aWeek();
  expect(await daysOf(slug)).toMatchObject([
    {
      date: "2027-03-09",
      talks: [
        { title: "Früh", room: network.name, track: "sensorik" },
        { title: "Spät", room: other.name },
      ],
    },
    { date: "2027-03-10", talks: [{ title: "Nach Mitternacht", room: network.name, track: "" }] },
  ]);
});

it("S35: shows nothing of a draft, of an event for members, and of what was called off", async () => {
  const { slug, first, hidden } = await aWeek();
  for (const format of ["xml", "json"] as const) {
    const text = await scheduleText(slug, format);
    expect(text).toContain(first.slug);
    for (const event of hidden) {
      expect(text).not.toContain(event.title);
      expect(text).not.toContain(event.slug);
    }
  }
});

it("names who speaks at each event, in the order of its page", async () => {
  const { slug, first, hidden } = await aWeek();
  const eventId = first.id;
  await db()
    .insert(speakers)
    .values([
      { eventId, name: "Ben Beispiel", position: 2 },
      { eventId, name: "Ada Beispiel", position: 1 },
      ...hidden.map((event) => ({ eventId: event.id, name: "Cem Geheim" })),
    ]);
  const [day] = await daysOf(slug);
  expect(day?.talks.map(({ persons }) => persons.map(({ name }) => name))).toEqual([
    ["Ada Beispiel", "Ben Beispiel"],
    [],
  ]);
  const xml = (await scheduleText(slug, "xml")) ?? "";
  expect(create(xml).end({ format: "object" })).toMatchObject({ schedule: { conference: { days: "2" } } });
  expect(xml).toContain(">Ada Beispiel<");
  expect(xml).not.toContain("Cem Geheim");
});

it("says of an event what its page says", async () => {
  const network = await aNetwork();
  const { id: seriesId, slug } = await aSeries(network);
  await anEvent({ network, seriesId, summary: "Kurz gesagt", description: "Lang und breit" });
  const xml = (await scheduleText(slug, "xml")) ?? "";
  const told = { abstract: "Kurz gesagt", description: "Lang und breit" };
  expect(create(xml).end({ format: "object" })).toMatchObject({
    schedule: { day: { room: { event: told } } },
  });
});

it("holds every event of the series, however many there are, also beside many that were called off", async () => {
  const network = await aNetwork();
  const { id: seriesId, slug } = await aSeries(network);
  const start = Date.parse("2027-03-09T09:00:00Z");
  const row = { networkId: network.id, seriesId, kind: "webinar" as const, mode: "stage" as const };
  const many = Array.from({ length: MOST_LISTED + 100 }, (_, n) => ({
    ...{
      ...row,
      slug: `${slug}-${n}`,
      title: `Nummer ${n}`,
      status: n < 50 ? ("cancelled" as const) : ("published" as const),
    },
    ...{ startsAt: new Date(start + n * 60_000), endsAt: new Date(start + n * 60_000 + 1_800_000) },
  }));
  await db().insert(events).values(many);
  const talks = (await daysOf(slug)).flatMap((day) => day.talks.map(({ title }) => title));
  expect(talks).toEqual(many.slice(50).map(({ title }) => title));
});

it("a series whose events are all called off is a programme without days", async () => {
  const network = await aNetwork();
  const { id: seriesId, slug } = await aSeries(network);
  await anEvent({ network, seriesId, status: "cancelled" });
  expect(await daysOf(slug)).toEqual([]);
});
