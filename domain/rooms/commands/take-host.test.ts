import { expect, test } from "vitest";
import { aHostRoom } from "@/db/testing/host-room";
import { refusalOf } from "@/db/testing/refusals";
import { at, type Guest, joined } from "@/db/testing/rooms";
import { takeHost } from "./take-host";

test("a speaker takes over a minute and a half after the last host was heard of, and nobody else does", async () => {
  const { event, host, ada, ben, input, become, standing, stage } = await aHostRoom("stage");
  await become(ada, "speaker", 5);
  const take = async (one: Guest, second: number) =>
    refusalOf(await takeHost({ actor: one.actor, input, now: at(second) }));
  expect(await take(ada, 30)).toBe("conflict host_here");
  expect(await stage(ada, 30)).toMatchObject({ hostsGone: false, mayTakeOver: false });
  expect(await stage(ada, 91)).toMatchObject({ hostsGone: true, mayTakeOver: true });
  expect(await stage(ben, 91)).toMatchObject({ hostsGone: true, mayTakeOver: false });
  expect(await take(ben, 91)).toBe("forbidden not_allowed");
  expect(await take(ada, 91)).toBe("done");
  expect((await standing(ada, 92))?.rights?.moderate).toBe(true);
  // The host is still host, on whatever device they come back.
  await joined(event, host.actor, { tab: "tab-host", now: at(93) });
  expect((await standing(host, 94))?.me?.rows.role).toBe("host");
});
