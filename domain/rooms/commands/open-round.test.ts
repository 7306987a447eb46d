import { expect, test } from "vitest";
import { aDraft, aGuest, aLiveEvent, anOpenRound, at, whereIs } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { createRound } from "./create-round";
import { endLive } from "./end-live";
import { openRound } from "./open-round";

test("everybody moves ten seconds later and comes back at the end, without any further request (R16)", async () => {
  const live = await aLiveEvent({ guests: 4 });
  await anOpenRound(live);
  for (const guest of live.people) {
    expect(await whereIs(live.event, guest, at(11))).toBe("main");
    expect(await whereIs(live.event, guest, at(12))).toMatch(/^[12]$/);
    expect(await whereIs(live.event, guest, at(611))).toMatch(/^[12]$/);
    expect(await whereIs(live.event, guest, at(612))).toBe("main");
  }
  expect(await whereIs(live.event, live.host, at(100))).toBe("main");
});

test("R18: who came after the draft gets a room, who left leaves nobody alone behind", async () => {
  const live = await aLiveEvent({ guests: 3 });
  const input = await aDraft(live);
  const late = await aGuest(live.event, at(1));
  const opened = await openRound({ actor: live.host.actor, input, now: at(2) });
  expect(opened.ok).toBe(true);
  expect(await whereIs(live.event, late, at(20))).toBe("1");
  const listed = await listRounds(live.host.actor, live.event.id, at(20));
  expect(listed).toMatchObject({ value: { rounds: [{ state: "open", unassigned: [] }] } });
});

test("a draft from before the event is drawn when it opens", async () => {
  const live = await aLiveEvent();
  const input = await aDraft(live);
  const guests = [await aGuest(live.event, at(1)), await aGuest(live.event, at(1))];
  expect(await openRound({ actor: live.host.actor, input, now: at(2) })).toMatchObject({ ok: true });
  for (const guest of guests) expect(await whereIs(live.event, guest, at(20))).toBe("1");
});

test("refuses a round without people, a second one at the same time, and one that was opened before", async () => {
  const live = await aLiveEvent();
  const open = (input: { eventId: string; roundId: string }, second = 2) =>
    openRound({ actor: live.host.actor, input, now: at(second) });
  expect(await open(await aDraft(live))).toMatchObject({ failure: { reason: "nobody_to_distribute" } });
  for (let count = 0; count < 2; count++) await aGuest(live.event);
  const input = await anOpenRound(live);
  expect(await open(input)).toMatchObject({ failure: { reason: "round_started" } });
  expect(await open(await aDraft(live))).toMatchObject({ failure: { reason: "round_running" } });
  await endLive({ actor: live.host.actor, input: { eventId: live.event.id }, now: at(30) });
  expect(await open(await aDraft(live), 31)).toMatchObject({ failure: { reason: "not_live" } });
});

test("of two hosts who open two rounds at once, one is refused", async () => {
  const live = await aLiveEvent({ guests: 4 });
  const drafts = [await aDraft(live), await aDraft(live)];
  const results = await Promise.all(
    drafts.map((input) => openRound({ actor: live.host.actor, input, now: at(2) })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
});

test("a round of another event looks missing", async () => {
  const [live, other] = [await aLiveEvent({ guests: 2 }), await aLiveEvent({ guests: 2 })];
  const { roundId } = await aDraft(other);
  const input = { eventId: live.event.id, roundId };
  expect(await openRound({ actor: live.host.actor, input, now: at(2) })).toMatchObject({
    failure: { kind: "not_found" },
  });
  const foreign = { eventId: other.event.id, rule: "by_hand" };
  expect(await createRound({ actor: live.host.actor, input: foreign, now: at(2) })).toMatchObject({
    ok: false,
  });
});
