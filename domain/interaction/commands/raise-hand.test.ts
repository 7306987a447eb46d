import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { claimActor } from "@/db/testing/actors";
import { aClaim, aRegistration } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { aLiveEvent, at, joined } from "@/db/testing/rooms";
import { switchSession } from "@/domain/rooms/commands/switch-session";
import { listHands } from "../queries";
import { lowerHand } from "./lower-hand";
import { raiseHand } from "./raise-hand";

test("hands queue by the server's time; a second press keeps the place", async () => {
  const live = await aLiveEvent({ guests: 2, mode: "forum" });
  const [ada, ben] = live.people;
  if (!ada || !ben) throw new Error("two guests are needed");
  const input = { eventId: live.event.id };
  for (const [actor, second] of [
    [ben.actor, 5],
    [ada.actor, 6],
    [ben.actor, 7],
  ] as const) {
    expect(await raiseHand({ actor, input, now: at(second) })).toMatchObject({ ok: true });
  }
  const listed = await listHands(live.host.actor, live.event.id, at(8));
  expect(listed.ok && listed.value.hands.map(({ admissionId }) => admissionId)).toEqual([
    ben.admissionId,
    ada.admissionId,
  ]);
});

/** One person presses six times at once; how many hands are up then. */
async function handsAfterPresses(): Promise<number> {
  const live = await aLiveEvent({ guests: 1 });
  const actor = live.people[0]?.actor ?? live.host.actor;
  const input = { eventId: live.event.id };
  await Promise.all(Array.from({ length: 6 }, () => raiseHand({ actor, input, now: at(5) })));
  const listed = await listHands(live.host.actor, live.event.id, at(6));
  return listed.ok ? listed.value.hands.length : 0;
}

test("presses that race raise one hand", async () => {
  expect(await handsAfterPresses()).toBe(1);
});

test("claims raise no hand, and nobody does while frozen", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const registration = await aRegistration(live.event);
  const claim = claimActor(registration, await aClaim(registration));
  await joined(live.event, claim, { tab: "tab-claim", now: at(1) });
  const input = { eventId: live.event.id };
  expect(await raiseHand({ actor: claim, input, now: at(2) })).toMatchObject({
    failure: { kind: "forbidden" },
  });
  await switchSession({ actor: live.host.actor, input: { ...input, change: "freeze" }, now: at(3) });
  const actor = live.people[0]?.actor ?? live.host.actor;
  expect(await raiseHand({ actor, input, now: at(4) })).toMatchObject({ failure: { reason: "frozen" } });
});

test("a hand that goes up and down all the time is refused for a while, nobody else's", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const [ada, ben] = live.people;
  if (!ada || !ben) throw new Error("two guests are needed");
  const input = { eventId: live.event.id };
  for (let turn = 0; turn < 6; turn++) {
    expect(await raiseHand({ actor: ada.actor, input, now: at(turn) })).toMatchObject({ ok: true });
    await lowerHand({ actor: ada.actor, input, now: at(turn) });
  }
  const again = await raiseHand({ actor: ada.actor, input, now: at(10) });
  expect(again).toMatchObject({ failure: { kind: "conflict", reason: "too_fast" } });
  expect(await raiseHand({ actor: ben.actor, input, now: at(10) })).toMatchObject({ ok: true });
  expect(await raiseHand({ actor: ada.actor, input, now: at(70) })).toMatchObject({ ok: true });
});

test("without the index the same presses raise several hands: it is what keeps them one", async () => {
  await db().execute(sql`drop index hands_one_up`);
  expect(await worstOf(handsAfterPresses, 1)).toBeGreaterThan(1);
});
