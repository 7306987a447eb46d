import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventNetworks } from "@/db/schema/programme";
import { guest, system } from "@/db/testing/actors";
import { aNetwork, anEvent, aSeries } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { versionsOf } from "@/domain/kernel/cache-tags";
import { bumpPages } from "./bump-pages";

describe("bump-pages", () => {
  it("bumps the event's page, its series', its shown networks' and the calendar, each time", async () => {
    const [network, shown, hidden] = [await aNetwork(), await aNetwork(), await aNetwork()];
    const week = await aSeries(network);
    const event = await anEvent({ network, seriesId: week.id });
    await db()
      .insert(eventNetworks)
      .values([
        { eventId: event.id, networkId: shown.id },
        { eventId: event.id, networkId: hidden.id, shown: false },
      ]);
    const own = [`e/${event.slug}`, `e/${event.slug}/registered`];
    const tags = [...own, "calendar", `s/${week.slug}`, `n/${network.slug}`, `n/${shown.slug}`];
    const result = await bumpPages({ actor: system, input: { eventId: event.id } });
    expect(result).toMatchObject({ ok: true });
    expect(result.ok ? [...result.value.tags].sort() : []).toEqual([...tags].sort());
    await bumpPages({ actor: system, input: { eventId: event.id } });
    const versions = await versionsOf(db(), tags);
    expect(tags.map((tag) => versions.get(tag))).toEqual(tags.map(() => 2));
  });

  it("leaves the confirmation alone when only seats have changed", async () => {
    const event = await anEvent();
    const result = await bumpPages({ actor: system, input: { eventId: event.id, seatsOnly: true } });
    const tags = result.ok ? result.value.tags : [];
    expect(tags).toContain(`e/${event.slug}`);
    expect(tags).not.toContain(`e/${event.slug}/registered`);
  });

  it("is for the machine alone, and finds no pages of what does not exist", async () => {
    const event = await anEvent();
    expect(refusalOf(await bumpPages({ actor: guest, input: { eventId: event.id } }))).toBe(MISSING);
    expect(await bumpPages({ actor: system, input: { eventId: "evt_nothing" } })).toEqual({
      ok: true,
      value: { tags: [] },
    });
  });
});
