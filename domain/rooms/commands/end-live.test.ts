import { expect, test } from "vitest";
import { aGuest, aLiveEvent, anOpenRound, at, whereIs } from "@/db/testing/rooms";
import { endLive } from "./end-live";

test("ends the event and its breakouts for everybody", async () => {
  const live = await aLiveEvent({ guests: 2 });
  await anOpenRound(live);
  const input = { eventId: live.event.id };
  expect(await endLive({ actor: live.host.actor, input, now: at(100) })).toMatchObject({ ok: true });
  for (const one of [live.host, ...live.people])
    expect(await whereIs(live.event, one, at(100))).toBe("ended");
  expect(await endLive({ actor: live.host.actor, input, now: at(200) })).toMatchObject({
    value: { endedAt: at(100).toISOString() },
  });
});

test("S58: a participant ends nothing, and what never began cannot end", async () => {
  const live = await aLiveEvent();
  const guest = await aGuest(live.event);
  const input = { eventId: live.event.id };
  expect(await endLive({ actor: guest.actor, input, now: at(10) })).toMatchObject({
    failure: { kind: "forbidden" },
  });
  const { anEvent, anEventRole } = await import("@/db/testing/makers");
  const { eventActor } = await import("@/db/testing/actors");
  const later = await anEvent();
  const host = eventActor(await anEventRole(later, "host"), later, "host");
  expect(await endLive({ actor: host, input: { eventId: later.id } })).toMatchObject({
    failure: { reason: "not_live" },
  });
});
