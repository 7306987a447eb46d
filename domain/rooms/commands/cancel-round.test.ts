import { expect, test } from "vitest";
import { aLiveEvent, anOpenRound, at, whereIs } from "@/db/testing/rooms";
import { cancelRound } from "./cancel-round";

test("stopping a round sends everybody to the plenary at once, and only once", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = await anOpenRound(live);
  expect(await cancelRound({ actor: live.host.actor, input, now: at(60) })).toMatchObject({ ok: true });
  for (const guest of live.people) expect(await whereIs(live.event, guest, at(60))).toBe("main");
  expect(await cancelRound({ actor: live.host.actor, input, now: at(61) })).toMatchObject({
    failure: { reason: "round_over" },
  });
});

test("participants cannot stop it", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = await anOpenRound(live);
  const actor = live.people[0]?.actor ?? live.host.actor;
  expect(await cancelRound({ actor, input, now: at(60) })).toMatchObject({ failure: { kind: "forbidden" } });
});
