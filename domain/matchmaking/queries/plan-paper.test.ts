import { describe, expect, it } from "vitest";
import { guest, organizerActor, personActor } from "@/db/testing/actors";
import { aNetwork, aPerson } from "@/db/testing/makers";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { paperOf } from "@/lib/pdf/papers";
import { bookMeeting } from "../commands/book-meeting";
import { planFile } from "./plan-file";
import { planPaper } from "./plan-paper";

/** Two people with a talk in the second slot, and a third one without. */
async function aPlannedEvent() {
  const event = await aTalkEvent();
  const [anna, ben] = [
    await aTaker(event, { name: "Anna Beispiel", organisation: "Beispiel GmbH" }),
    await aTaker(event, { name: "=Ben", organisation: "Muster AG" }),
  ];
  await aTaker(event, { name: "Cem Probe" });
  const organizer = organizerActor(await aPerson(), { id: event.networkId });
  const booked = await bookMeeting({
    actor: organizer,
    input: {
      eventId: event.id,
      personIds: [anna.person.id, ben.person.id],
      startsAt: slotAt(event, 1).toISOString(),
    },
  });
  expect(booked).toMatchObject({ ok: true });
  return { event, organizer, anna };
}

describe("the plan as a file", () => {
  it("has a row per talk, with both people, and calculates nothing", async () => {
    const { event, organizer } = await aPlannedEvent();
    const file = await planFile(organizer, { eventId: event.id, format: "excel", locale: "de" }, new Date());
    expect(file?.name).toBe(`gespraeche-${event.slug}.csv`);
    const lines = [...(file?.parts ?? [])].join("").trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('"Beginn";"Ende";"Zeitzone"');
    for (const word of ["Anna Beispiel", "Beispiel GmbH", "'=Ben", "Muster AG", "online", "vereinbart"])
      expect(lines[1]).toContain(word);
  });

  it("is nobody's who does not plan the event's talks", async () => {
    const { event, anna } = await aPlannedEvent();
    const foreign = organizerActor(await aPerson(), await aNetwork());
    for (const actor of [guest, personActor(anna.person), foreign]) {
      const asked = { eventId: event.id, locale: "de" } as const;
      expect(await planFile(actor, { ...asked, format: "excel" }, new Date())).toBeUndefined();
      expect(await planPaper(actor, { ...asked, by: "slot", now: new Date() })).toBeUndefined();
    }
  });
});

describe("the plan on paper", () => {
  it.each([
    ["person", 2, ["=Ben", "Anna Beispiel"]],
    ["slot", 1, ["Anna Beispiel, =Ben"]],
    ["table", 0, []],
  ] as const)("by %s", async (by, count, words) => {
    const { event, organizer } = await aPlannedEvent();
    const file = await planPaper(organizer, { eventId: event.id, locale: "de", by, now: new Date() });
    const paper = paperOf.parse(file?.paper);
    if (paper.kind !== "table") throw new Error("not a table");
    expect(paper.rows).toHaveLength(count);
    const texts = paper.rows.flatMap((row) => row.map(({ text }) => text));
    for (const word of words) expect(texts.some((text) => text.includes(word))).toBe(true);
    expect(paper.rows.every((row) => row.length === paper.columns.length)).toBe(true);
  });
});
