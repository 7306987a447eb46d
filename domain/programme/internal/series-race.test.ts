import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { anEvent } from "@/db/testing/makers";
import { withoutLockOn, worstOf } from "@/db/testing/races";
import { aWeek } from "@/db/testing/weeks";
import { placeEvent } from "../commands/place-event";
import { removeSeriesHost } from "../commands/remove-series-host";

const AT_ONCE = 6;

/** A host puts events into a series while its owner ends that they host it; how many events of theirs are left in it. */
async function leftBehind(): Promise<number> {
  const { partner, week, office, partnerOffice } = await aWeek();
  const own = await Promise.all(Array.from({ length: AT_ONCE }, () => anEvent({ network: partner })));
  const place = ({ id: eventId }: (typeof own)[number]) =>
    placeEvent({ actor: partnerOffice, input: { eventId, seriesId: week.id } });
  const remove = () =>
    removeSeriesHost({ actor: office, input: { seriesId: week.id, networkId: partner.id } });
  const [first, second, ...others] = own;
  if (!first || !second) throw new Error("no events");
  await Promise.all([place(first), place(second), remove(), ...others.map(place)]);
  return db().$count(events, and(eq(events.seriesId, week.id), eq(events.networkId, partner.id)));
}

it("no event of a network stays in a series that it stops hosting at the same moment", async () => {
  expect(await leftBehind()).toBe(0);
});

describe("the same without the lock on the series", () => {
  let lockAgain: (() => void) | undefined;
  beforeAll(() => {
    lockAgain = withoutLockOn("series");
  });
  afterAll(() => lockAgain?.());

  it("leaves one behind", async () => {
    expect(await worstOf(leftBehind, 0)).toBeGreaterThan(0);
  });
});
