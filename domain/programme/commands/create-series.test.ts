import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { series } from "@/db/schema/programme";
import { guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import { findCurrentSeries, findSeriesBySlug } from "../queries";
import { listSeries } from "../queries/listings";
import { createSeries } from "./create-series";

async function scene() {
  const network = await aNetwork();
  const actor = organizerActor(await anOrganizer(network), network);
  const span = { startsOn: "2027-04-05", endsOn: "2027-04-09" };
  return { network, actor, input: { networkId: network.id, title: `Woche ${network.slug}`, ...span } };
}
const seriesIn = (allianceId: `all_${string}`) =>
  db().select().from(series).where(eq(series.allianceId, allianceId));

describe("createSeries", () => {
  it("belongs to the alliance of the network, with an address of its own", async () => {
    const { network, actor, input } = await scene();
    const first = await createSeries({ actor, input });
    const second = await createSeries({ actor, input });
    expect([first, second]).toMatchObject([
      { ok: true, value: { slug: `woche-${network.slug}` } },
      { ok: true, value: { slug: `woche-${network.slug}-2` } },
    ]);
    expect(await seriesIn(network.allianceId)).toMatchObject([
      { title: input.title, startsOn: "2027-04-05", endsOn: "2027-04-09" },
      {},
    ]);
  });

  it("gives each of many at once another address", async () => {
    const { actor, input } = await scene();
    const results = await Promise.all(Array.from({ length: 6 }, () => createSeries({ actor, input })));
    const slugs = results.map((result) => (result.ok ? result.value.slug : result.failure.reason));
    expect(new Set(slugs).size).toBe(6);
    expect(slugs).not.toContain("try_again");
  });

  it("is seen by nobody before one of its events is public", async () => {
    const { network, actor, input } = await scene();
    const made = await createSeries({ actor, input });
    if (!made.ok) throw new Error(made.failure.reason);
    const { seriesId, slug } = made.value;
    const seen = async () => {
      const listed = (await listSeries()).some(({ id }) => id === seriesId);
      const current = (await findCurrentSeries("2027-04-06"))?.id === seriesId;
      return [listed, current, (await findSeriesBySlug(slug)) !== undefined];
    };
    await anEvent({ network, seriesId, status: "draft" });
    await anEvent({ network, seriesId, membersOnly: true });
    expect(await seen()).toEqual([false, false, false]);
    await anEvent({ network, seriesId });
    expect(await seen()).toEqual([true, true, true]);
  });

  it("does not end before it begins", async () => {
    const { actor, input } = await scene();
    expect(await createSeries({ actor, input: { ...input, endsOn: "2027-04-04" } })).toMatchObject({
      failure: { fields: { endsOn: ["before_the_first_day"] } },
    });
  });

  it("is nothing for guests or for organizers of another network", async () => {
    const { network, input } = await scene();
    const other = await aNetwork({ allianceId: network.allianceId });
    for (const actor of [guest, organizerActor(await anOrganizer(other), other)])
      expect(await createSeries({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await seriesIn(network.allianceId)).toEqual([]);
  });
});
