import { expect, test } from "vitest";
import { aDraft, aLiveEvent, anOpenRound, at, whereIs } from "@/db/testing/rooms";
import { extendRound } from "./extend-round";

test("people stay longer, and their epoch grows so that no browser believes the older end", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = await anOpenRound(live);
  const longer = { ...input, seconds: 300 };
  expect(await extendRound({ actor: live.host.actor, input: longer, now: at(600) })).toMatchObject({
    value: { endsAt: at(912).toISOString() },
  });
  for (const guest of live.people) expect(await whereIs(live.event, guest, at(800))).toBe("1");
});

test("shortening never goes into the past; drafts, ended rounds and participants are refused", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = await anOpenRound(live);
  const change = (seconds: number, second: number, actor = live.host.actor) =>
    extendRound({ actor, input: { ...input, seconds }, now: at(second) });
  expect(await change(60, 100, live.people[0]?.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await change(-3000, 100)).toMatchObject({ value: { endsAt: at(100).toISOString() } });
  expect(await change(60, 101)).toMatchObject({ failure: { reason: "round_over" } });
  const draft = await aDraft(live);
  expect(
    await extendRound({ actor: live.host.actor, input: { ...draft, seconds: 5 }, now: at(5) }),
  ).toMatchObject({ failure: { reason: "round_over" } });
});
