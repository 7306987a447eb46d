import { expect, test } from "vitest";
import { guest } from "@/db/testing/actors";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { lowerHand } from "./lower-hand";
import { raiseHand } from "./raise-hand";

test("takes the own hand down; none up is no failure; strangers have none", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const actor = live.people[0]?.actor ?? live.host.actor;
  const input = { eventId: live.event.id };
  await raiseHand({ actor, input, now: at(5) });
  expect(await lowerHand({ actor, input, now: at(6) })).toMatchObject({ value: { lowered: true } });
  expect(await lowerHand({ actor, input, now: at(7) })).toMatchObject({ value: { lowered: false } });
  expect(await lowerHand({ actor: guest, input, now: at(7) })).toMatchObject({
    failure: { kind: "forbidden" },
  });
});
