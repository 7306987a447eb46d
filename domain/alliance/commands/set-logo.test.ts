import { describe, expect, it } from "vitest";
import { guest, organizerActor } from "@/db/testing/actors";
import { anOrganizer } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { filesInUse } from "@/domain/programme/queries/materials";
import { newId } from "@/lib/ids";
import { findNetwork } from "../queries";
import { findLogo, mayChangeLook } from "../queries/logo";
import { logoOf } from "../rules";
import { setLogo } from "./set-logo";

describe("setLogo", () => {
  it("gives a logo that everybody sees, describes it, replaces it and takes it away", async () => {
    const { network, actor } = await anOffice();
    const [first, second] = [newId("file"), newId("file")];
    const set = (more: object) => setLogo({ actor, input: { networkId: network.id, ...more } });
    expect(await set({ fileId: first, alt: "Ein\u200b  Zahnrad" })).toMatchObject({ ok: true });
    expect(await findLogo(network.id)).toBe(first);
    expect(await findNetwork(network.id)).toMatchObject({ logoAlt: "Ein Zahnrad" });
    expect(await set({ alt: "Zwei Zahnräder" })).toMatchObject({ ok: true });
    expect(await findNetwork(network.id)).toMatchObject({ logoId: first, logoAlt: "Zwei Zahnräder" });
    expect(await filesInUse([first, second])).toEqual(new Set([first]));
    const before = await findNetwork(network.id);
    await set({ fileId: second, alt: "" });
    expect(await filesInUse([first, second])).toEqual(new Set([second]));
    const after = await findNetwork(network.id);
    if (!before || !after) throw new Error("the network is gone");
    expect(logoOf(after)?.src, "another picture has another address").not.toBe(logoOf(before)?.src);
    await set({ fileId: null, alt: "left over" });
    expect(await findNetwork(network.id)).toMatchObject({ logoId: null, logoAlt: "" });
    expect(await filesInUse([second])).toEqual(new Set());
  });

  it("is missing to whoever does not own the network", async () => {
    const [{ network }, other] = [await anOffice(), await anOffice()];
    const organizer = organizerActor(await anOrganizer(network), network);
    for (const actor of [organizer, other.actor, guest]) {
      const input = { networkId: network.id, fileId: newId("file"), alt: "" };
      expect(refusalOf(await setLogo({ actor, input }))).toBe(MISSING);
      expect(mayChangeLook(actor, network.id)).toBe(false);
    }
    expect(await findLogo(network.id)).toBeUndefined();
    expect(await findLogo("net_missing")).toBeUndefined();
    expect(await findLogo("' or 1=1 --")).toBeUndefined();
  });
});
