import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventNetworks } from "@/db/schema/programme";
import { guest, system } from "@/db/testing/actors";
import { aNetwork, anEvent, aSeries } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { bumpNetworkPages } from "./bump-network-pages";

const tagsOf = async (networkId: string) => {
  const result = await bumpNetworkPages({ actor: system, input: { networkId } });
  return result.ok ? [...new Set(result.value.tags)].sort() : [];
};

describe("bump-network-pages", () => {
  it("names the pages that show the network: its own, lists, its events, what it stands at, and their series", async () => {
    const [network, other] = [await aNetwork(), await aNetwork()];
    const week = await aSeries(other);
    const own = await anEvent({ network });
    const draft = await anEvent({ network, status: "draft" });
    const shown = await anEvent({ network: other, seriesId: week.id });
    const hidden = await anEvent({ network: other });
    const foreign = await anEvent({ network: other });
    await db()
      .insert(eventNetworks)
      .values([
        { eventId: shown.id, networkId: network.id },
        { eventId: hidden.id, networkId: network.id, shown: false },
      ]);
    const tags = await tagsOf(network.id);
    const events = [own, shown].flatMap(({ slug }) => [`e/${slug}`, `e/${slug}/registered`]);
    const mine = [...events, `s/${week.slug}`, `n/${network.slug}`, "calendar"];
    expect(tags).toEqual(mine.sort());
    for (const { slug } of [draft, hidden, foreign]) expect(tags).not.toContain(`e/${slug}`);
  });

  it("is for the machine alone, and finds no pages of what does not exist", async () => {
    const { network, actor } = await anOffice();
    for (const stranger of [guest, actor])
      expect(refusalOf(await bumpNetworkPages({ actor: stranger, input: { networkId: network.id } }))).toBe(
        MISSING,
      );
    expect(await tagsOf("net_nothing")).toEqual([]);
  });
});
