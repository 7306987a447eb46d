import { expect, test } from "vitest";
import { aNetworking, timesOf } from "@/db/testing/networkings";
import { at } from "@/db/testing/rooms";
import { hastenNetworking } from "./hasten-networking";
import { stopNetworking } from "./stop-networking";

test("in a break the next round begins at once, but not while one runs, and not when there is none", async () => {
  const networking = await aNetworking();
  const { live, ada, ref } = networking;
  const next = (second: number, actor = live.host.actor) =>
    hastenNetworking({ actor, input: ref, now: at(second) });
  expect(await next(30)).toMatchObject({ failure: { reason: "round_running" } });
  expect(await next(85, ada.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await next(85)).toMatchObject({ value: { startsAt: at(95).toISOString() } });
  expect(await timesOf(networking)).toEqual([
    [20, 80],
    [95, 155],
  ]);
  expect(await next(86), "already about to begin").toMatchObject({
    value: { startsAt: at(95).toISOString() },
  });
  await stopNetworking({ actor: live.host.actor, input: ref, now: at(87) });
  expect(await next(88)).toMatchObject({ failure: { reason: "round_over" } });
});
