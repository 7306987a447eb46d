import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventNetworks, events } from "@/db/schema/programme";
import { aNetwork, anEvent, aSeries } from "@/db/testing/makers";
import { isPast } from "../rules";
import { CALENDAR_PAGE, type CalendarChoice, publicCalendar } from "./calendar-page";
import { PUBLIC_STATUSES } from "./event-rows";

const now = new Date();
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const everything: CalendarChoice = {
  ...{ q: "", topic: [], kind: [], language: [], network: "", series: "" },
  ...{ when: "ahead", page: 1 },
};

/** Two networks, an event ahead in each, and everything that is not ahead or not public. */
async function aCalendar() {
  await db().delete(events);
  const lead = await aNetwork({ slug: `energie-${crypto.randomUUID()}`, name: "Energiewende Nordkante" });
  const other = await aNetwork({ name: "Gläserne Fabrik" });
  const heat = await anEvent({
    ...{ network: lead, title: "Wärmewende im Gewerbegebiet", summary: "Netze & Speicher 100 %" },
    ...{ topics: ["energiewende"], startsAt: days(1) },
  });
  const glass = await anEvent({
    ...{ network: other, title: "Light through glass", language: "en", kind: "workshop" },
    ...{ topics: ["sensorik", "energiewende"], startsAt: days(2) },
  });
  const live = await anEvent({ network: lead, status: "live", title: "Läuft noch", startsAt: days(-1) });
  await db().insert(eventNetworks).values({ eventId: glass.id, networkId: lead.id, shown: true });
  await anEvent({ network: lead, status: "ended", title: "Früher zu Ende", startsAt: days(1) });
  await anEvent({ network: lead, title: "Vorbei", startsAt: days(-2) });
  const hidden = [
    await anEvent({ network: lead, title: "Entwurf Wärme", status: "draft" }),
    await anEvent({ network: lead, title: "Intern Wärme", membersOnly: true }),
  ];
  return { lead, other, heat, glass, live, hidden };
}

const titles = (list: readonly { title: string }[]) => list.map(({ title }) => title);

describe("the public calendar", () => {
  it("has what is ahead by its start, what is over below, and counts all of it", async () => {
    const { heat, glass, live, hidden } = await aCalendar();
    const view = await publicCalendar(everything, now);
    expect(titles(view.shown)).toEqual([live.title, heat.title, glass.title]);
    expect(view.shown[2]?.networks.map(({ name }) => name)).toEqual([
      "Gläserne Fabrik",
      "Energiewende Nordkante",
    ]);
    expect(titles(view.past)).toEqual(["Früher zu Ende", "Vorbei"]);
    expect(view).toMatchObject({ matching: 3, page: 1, pages: 1, pastCount: 2 });
    expect(view.counts).toMatchObject({ all: 3, networks: 2 });
    expect(view.counts.topic.get("energiewende")).toBe(2);
    expect([...view.counts.kind]).toEqual(
      expect.arrayContaining([
        ["workshop", 1],
        ["webinar", 2],
      ]),
    );
    expect(view.counts.language.get("en")).toBe(1);
    for (const event of [...view.shown, ...view.past]) {
      expect(hidden.map(({ id }) => id)).not.toContain(event.id);
      expect(view.past.includes(event), event.title).toBe(isPast(event, now));
    }
  });

  it("takes for past what the rule does, in every state and at every time", async () => {
    const { lead } = await aCalendar();
    for (const status of PUBLIC_STATUSES)
      for (const day of [-2, 2]) await anEvent({ network: lead, status, startsAt: days(day) });
    const view = await publicCalendar(everything, now);
    for (const event of view.shown) expect(isPast(event, now), event.status).toBe(false);
    for (const event of view.past) expect(isPast(event, now), event.status).toBe(true);
    expect(view.shown.length + view.past.length).toBe(5 + 2 * PUBLIC_STATUSES.length);
  });

  it.each([
    [{ q: "warmewende SPEICHER" }, ["Wärmewende im Gewerbegebiet"]],
    [{ q: "WÄRME" }, ["Wärmewende im Gewerbegebiet"]],
    [{ q: "glaserne" }, ["Light through glass"]],
    [{ q: "nordkante light" }, ["Light through glass"]],
    [{ q: "quanten" }, []],
    [{ q: "%" }, ["Wärmewende im Gewerbegebiet"]],
    [{ q: "_" }, []],
    [{ q: "\\" }, []],
    [{ q: "'; drop table events; --" }, []],
    [{ topic: ["sensorik", "energiewende"] }, ["Wärmewende im Gewerbegebiet", "Light through glass"]],
    [{ topic: ["sensorik"], kind: ["webinar"] }, []],
    [{ kind: ["webinar"], language: ["de"] }, ["Läuft noch", "Wärmewende im Gewerbegebiet"]],
    [{ language: ["en"] }, ["Light through glass"]],
    [{ network: "nirgends" }, []],
  ] as [Partial<CalendarChoice>, string[]][])("S53: shows for %j", async (choice, expected) => {
    await aCalendar();
    expect(titles((await publicCalendar({ ...everything, ...choice }, now)).shown)).toEqual(expected);
  });

  it("of a network has what it hosts, too beside others, unless it is not shown", async () => {
    const { lead, other, heat } = await aCalendar();
    await db().insert(eventNetworks).values({ eventId: heat.id, networkId: other.id, shown: false });
    const of = async (network: string) =>
      titles((await publicCalendar({ ...everything, network }, now)).shown);
    expect(await of(lead.slug)).toHaveLength(3);
    expect(await of(other.slug)).toEqual(["Light through glass"]);
  });

  it("of what is over comes in pages too, the latest first, and of a series it has that one's alone", async () => {
    const { lead } = await aCalendar();
    const part = await aSeries(lead);
    const row = {
      ...{ networkId: lead.id, kind: "webinar" as const, mode: "stage" as const, title: "Viele" },
      ...{ status: "published" as const, seriesId: part.id },
    };
    const many = Array.from({ length: CALENDAR_PAGE + 1 }, (_, n) => ({
      ...row,
      slug: `frueher-${n}`,
      startsAt: days(-10 - n),
      endsAt: days(-9.9 - n),
    }));
    await db().insert(events).values(many);
    const at = (page: number, choice = {}) =>
      publicCalendar({ ...everything, when: "past", ...choice, page }, now);
    const [first, second] = [await at(1), await at(2)];
    expect(first).toMatchObject({ matching: CALENDAR_PAGE + 3, page: 1, pages: 2, past: [] });
    expect(second.shown).toHaveLength(3);
    const starts = [...first.shown, ...second.shown].map(({ startsAt }) => startsAt.getTime());
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    expect((await at(1, { series: part.slug })).matching).toBe(CALENDAR_PAGE + 1);
    expect((await at(1, { series: "nirgends" })).matching).toBe(0);
  });

  it("that is long comes in pages, each event once, and beyond the end it is the last page", async () => {
    const { lead } = await aCalendar();
    const row = {
      ...{ networkId: lead.id, kind: "webinar" as const, mode: "stage" as const, title: "Viele" },
      ...{ status: "published" as const, startsAt: days(3), endsAt: days(3.1) },
    };
    const many = Array.from({ length: 2 * CALENDAR_PAGE }, (_, n) => ({ ...row, slug: `viele-${n}` }));
    await db().insert(events).values(many);
    const at = (page: number) => publicCalendar({ ...everything, page }, now);
    const pages = [await at(1), await at(2), await at(3)];
    expect(pages.map(({ shown }) => shown.length)).toEqual([CALENDAR_PAGE, CALENDAR_PAGE, 3]);
    const ids = pages.flatMap(({ shown }) => shown.map(({ id }) => id));
    expect(new Set(ids).size).toBe(2 * CALENDAR_PAGE + 3);
    expect(pages.map(({ past }) => past.length)).toEqual([2, 0, 0]);
    expect(await at(900)).toMatchObject({ page: 3, pages: 3, matching: 2 * CALENDAR_PAGE + 3 });
  });
});
