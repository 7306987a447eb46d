import { and, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { suggestionStates, suggestions } from "@/db/schema/matchmaking-suggestions";
import { people } from "@/db/schema/people";
import { guest, organizerActor, personActor, system } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { forgetTalks } from "./forget-talks";
import { publishListing } from "./publish-listing";
import { refreshSuggestions } from "./refresh-suggestions";

/** One refresh of an event at a time; switched off, the very same two must get into each other's way. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/kernel/turns", async (original) => {
  const { turnsWithSwitch } = await import("@/db/testing/switches");
  return turnsWithSwitch(await original<typeof import("@/domain/kernel/turns")>(), guard, {
    only: "suggestions",
  });
});

type Event = Awaited<ReturnType<typeof aTalkEvent>>;
const refresh = (event: Pick<Event, "id">, actor = system) =>
  refreshSuggestions({ actor, input: { eventId: event.id } });
const rowsOf = (event: Event) => db().$count(suggestions, eq(suggestions.eventId, event.id));

/** Three who fit each other. */
async function aTrio(of: Parameters<typeof aTalkEvent>[0] = {}) {
  const event = await aTalkEvent(of);
  const takers = [await aTaker(event), await aTaker(event), await aTaker(event)];
  for (const { person } of takers)
    await publishListing({
      actor: personActor(person),
      input: { eventId: event.id, needs: ["robotik"], offers: ["robotik"] },
    });
  return { event, takers };
}

describe("refresh-suggestions", () => {
  it("stores everybody's list, then nothing where nothing changed, then what one change makes different", async () => {
    const { event, takers } = await aTrio();
    expect(await refresh(event)).toMatchObject({ value: { people: 3, changed: 3 } });
    expect(await rowsOf(event)).toBe(6);
    expect(await refresh(event)).toMatchObject({ value: { people: 3, changed: 0 } });
    const [anna] = takers;
    if (!anna) throw new Error("nobody there");
    await publishListing({
      actor: personActor(anna.person),
      input: { eventId: event.id, needs: [], offers: [] },
    });
    expect(await refresh(event)).toMatchObject({ value: { changed: 3, isWhole: false } });
    expect(await rowsOf(event)).toBe(2);
  });

  it("lets nobody in who is gone, and goes with them", async () => {
    const { event, takers } = await aTrio();
    await refresh(event);
    const [anna] = takers;
    if (!anna) throw new Error("nobody there");
    await db().delete(people).where(eq(people.id, anna.person.id));
    expect(await rowsOf(event)).toBe(2);
    const hers = and(eq(suggestionStates.eventId, event.id), eq(suggestionStates.personId, anna.person.id));
    expect(await db().$count(suggestionStates, hers)).toBe(0);
    expect(await refresh(event)).toMatchObject({ value: { people: 2 } });
  });

  it("is the worker's, does nothing without hours for talks, and is forgotten when the event is over", async () => {
    const network = await aNetwork();
    const { event } = await aTrio({ network });
    const organizer = organizerActor(await anOrganizer(network), network);
    for (const actor of [guest, organizer])
      expect(await refreshSuggestions({ actor, input: { eventId: event.id } })).toMatchObject({ ok: false });
    expect(await refresh(await anEvent())).toMatchObject({ value: { people: 0 } });
    await refresh(event);
    const now = new Date(event.endsAt.getTime() + 1_000);
    await forgetTalks({ actor: system, input: {}, now });
    expect(await rowsOf(event)).toBe(0);
    expect(await db().$count(suggestionStates, eq(suggestionStates.eventId, event.id))).toBe(0);
  });
});

/** Two workers at once; how many of them failed. */
async function twoAtOnce(): Promise<number> {
  const { event } = await aTrio();
  const answers = await Promise.allSettled([refresh(event), refresh(event), refresh(event)]);
  expect(await rowsOf(event)).toBe(6);
  return answers.filter(({ status }) => status === "rejected").length;
}

describe("several at once", { timeout: 120_000 }, () => {
  it("store the same lists once", async () => {
    for (let run = 0; run < 4; run++) expect(await twoAtOnce()).toBe(0);
  });
});

describe("the same without turns", { timeout: 120_000 }, () => {
  withoutGuard(guard);

  it("get into each other's way", async () => {
    expect(await worstOf(twoAtOnce, 0)).toBeGreaterThan(0);
  });
});
