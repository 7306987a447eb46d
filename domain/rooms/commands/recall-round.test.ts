import { expect, test } from "vitest";
import { eventActor } from "@/db/testing/actors";
import { anEventRole } from "@/db/testing/makers";
import { aLiveEvent, anOpenRound, at, whereIs } from "@/db/testing/rooms";
import { recallRound } from "./recall-round";

test("a co-host calls everybody back in 60 s, though the host's laptop is dead (R16)", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = await anOpenRound(live);
  const cohost = eventActor(await anEventRole(live.event, "cohost"), live.event, "cohost");
  expect(await recallRound({ actor: cohost, input, now: at(100) })).toMatchObject({
    value: { endsAt: at(160).toISOString() },
  });
  const [ada] = live.people;
  if (!ada) throw new Error("nobody joined");
  expect(await whereIs(live.event, ada, at(159))).toBe("1");
  expect(await whereIs(live.event, ada, at(160))).toBe("main");
});

test("a call back never prolongs a round, and a round that is over is not called back", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = await anOpenRound(live);
  expect(await recallRound({ actor: live.host.actor, input, now: at(600) })).toMatchObject({
    value: { endsAt: at(612).toISOString() },
  });
  expect(await recallRound({ actor: live.host.actor, input, now: at(613) })).toMatchObject({
    failure: { reason: "round_over" },
  });
});
