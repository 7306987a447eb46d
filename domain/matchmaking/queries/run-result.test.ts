import { describe, expect, it } from "vitest";
import { guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, aPerson } from "@/db/testing/makers";
import { aPlanEvent, aRun, matrixOf } from "@/db/testing/plans";
import { dayFigures } from "../internal/day-figures";
import { runResult } from "./run-result";

/** Tomorrow before noon, whatever the clock says now: across midnight a wait is no wait. */
function daylight() {
  const startsAt = new Date(Date.now() + 24 * 3_600_000);
  startsAt.setUTCHours(9, 0, 0, 0);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 80 * 60_000) };
}

describe("what a run came to", () => {
  it("counts who has no talk, and the longest wait between two", async () => {
    const world = await aPlanEvent(4, daylight());
    await aRun(world, [
      [0, 1, 0],
      [0, 2, 3],
      [1, 2, null],
    ]);
    const matrix = await matrixOf(world);
    const result = await runResult(world.office, world.event.id, matrix);
    expect(result).toMatchObject({ withoutTalk: 1, longestWait: 40 });
    expect(result?.unplaced.map(({ reason }) => reason)).toEqual(["noCommonSlot"]);
  });

  it("is told to nobody who does not plan the event's talks", async () => {
    const world = await aPlanEvent(2);
    await aRun(world, [[0, 1, 0]]);
    const matrix = await matrixOf(world);
    const foreign = organizerActor(await aPerson(), await aNetwork());
    for (const actor of [guest, foreign])
      expect(await runResult(actor, world.event.id, matrix)).toBeUndefined();
  });
});

describe("the figures of a day", () => {
  const talk = (people: string[], from: string, to: string) => ({
    people,
    ...{ startsAt: new Date(`2026-11-${from}Z`), endsAt: new Date(`2026-11-${to}Z`) },
  });
  const people = [{ id: "a" }, { id: "b" }, { id: "c" }];
  const figures = (...talks: ReturnType<typeof talk>[]) =>
    dayFigures({ people, talks, zone: "Europe/Berlin" });

  it("knows no wait without two talks of one person", () => {
    expect(figures()).toEqual({ withoutTalk: 3, longestWait: null });
    expect(figures(talk(["a", "b"], "12T09:00", "12T09:20"))).toEqual({ withoutTalk: 1, longestWait: null });
  });

  it("takes the longest of all, in whatever order they come, and leaves the night out", () => {
    const late = talk(["a", "b"], "12T11:00", "12T11:20");
    const early = talk(["a", "c"], "12T09:00", "12T09:20");
    const nextDay = talk(["a", "b"], "13T09:00", "13T09:20");
    expect(figures(nextDay, late, early)).toEqual({ withoutTalk: 0, longestWait: 100 });
  });
});
