import { expect, test } from "vitest";
import { TWO_ROUNDS } from "@/db/testing/networkings";
import { aLiveEvent, anOpenRound, at } from "@/db/testing/rooms";
import { openNetworkings } from "../queries/networkings";
import { endLive } from "./end-live";
import { startNetworking } from "./start-networking";

test("begins twenty seconds later, when a plan can be there, and not while rooms are open", async () => {
  const live = await aLiveEvent({ guests: 4 });
  const input = { eventId: live.event.id, ...TWO_ROUNDS };
  await anOpenRound(live);
  const start = (second: number, actor = live.host.actor) =>
    startNetworking({ actor, input, now: at(second) });
  expect(await start(20)).toMatchObject({ failure: { reason: "round_running" } });
  expect(await start(700, live.people[0]?.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  const started = await start(700);
  expect(started).toMatchObject({ value: { startsAt: at(720).toISOString() } });
  expect(await start(701), "once is enough").toMatchObject({ failure: { reason: "round_running" } });
  const open = (await openNetworkings(at(701))).filter(({ eventId }) => eventId === live.event.id);
  expect(open).toHaveLength(1);
});

test("is for an event that is live", async () => {
  const live = await aLiveEvent();
  const { actor } = live.host;
  const input = { eventId: live.event.id };
  await endLive({ actor, input, now: at(10) });
  expect(await startNetworking({ actor, input: { ...input, ...TWO_ROUNDS }, now: at(11) })).toMatchObject({
    failure: { reason: "not_live" },
  });
});
