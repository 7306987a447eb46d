import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { anEvent } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { changeLegalTexts } from "@/domain/alliance/commands/change-legal-texts";
import { changeLook } from "@/domain/alliance/commands/change-look";
import { changeRetention } from "@/domain/alliance/commands/change-retention";
import { setLogo } from "@/domain/alliance/commands/set-logo";
import { cacheTag, versionsOf } from "@/domain/kernel/cache-tags";
import { newId } from "@/lib/ids";
import { startWorker } from "./worker";

let worker: Awaited<ReturnType<typeof startWorker>>;
beforeAll(async () => {
  worker = await startWorker();
}, 60_000);
afterAll(() => worker.stop());

const PATIENCE = { timeout: 15_000, interval: 100 };
const none = { imprintDe: "", imprintEn: "", privacyDe: "", privacyEn: "", termsDe: "", termsEn: "" };

describe("what a network shows of itself", () => {
  it("reaches its cached pages and those of its events with the change, not a minute later", async () => {
    const { network, actor } = await anOffice();
    const event = await anEvent({ network });
    const tags = [cacheTag.network(network.slug), cacheTag.event(event.slug)];
    const versions = async () => {
      const known = await versionsOf(db(), tags);
      return tags.map((tag) => known.get(tag) ?? 0);
    };
    const reaches = (times: number, what: string) =>
      vi.waitFor(async () => expect(await versions(), what).toEqual([times, times]), PATIENCE);
    const { name, mark, colour, summaryDe, summaryEn, contactEmail } = network;
    const look = { name: `${name} neu`, mark, colour, summaryDe, summaryEn, contactEmail };
    const networkId = network.id;
    expect(await versions()).toEqual([0, 0]);
    await changeLook({ actor, input: { networkId, ...look } });
    await reaches(1, "look");
    await setLogo({ actor, input: { networkId, fileId: newId("file"), alt: "" } });
    await reaches(2, "logo");
    const kept = { keptRegistrations: "30", keptSensitive: "", keptChat: "" };
    await changeRetention({ actor, input: { networkId, ...kept } });
    await changeLegalTexts({ actor, input: { networkId, ...none, imprintDe: "Impressum" } });
    await reaches(3, "legal texts, and nothing for what no page shows");
  });
});
