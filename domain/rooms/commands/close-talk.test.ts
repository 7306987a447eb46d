import { expect, test } from "vitest";
import { personActor, system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { aLiveEvent, anOpenRound, at } from "@/db/testing/rooms";
import { closeTalk } from "./close-talk";

test("closes talks only: a breakout round of hosts is none, nor is a talk of another event", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = await anOpenRound(live);
  expect(await closeTalk({ actor: system, input, now: at(20) })).toMatchObject({
    failure: { reason: "missing_round" },
  });
});

test("people do not close talks here; they call the meeting off", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = await anOpenRound(live);
  const actor = personActor(await aPerson());
  expect(await closeTalk({ actor, input, now: at(20) })).toMatchObject({ failure: { kind: "forbidden" } });
});
