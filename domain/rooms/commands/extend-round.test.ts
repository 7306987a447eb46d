import { expect, test } from "vitest";
import { aDraft, aLiveEvent, anOpenRound, at, enterableRoom, whereIs } from "@/db/testing/rooms";
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

test("five minutes more for one room are not five for the others, which end when they would have", async () => {
  const live = await aLiveEvent({ guests: 4 });
  const input = await anOpenRound(live);
  const [ada] = live.people;
  if (!ada) throw new Error("nobody there");
  const roomId = await enterableRoom(live.event, ada, at(20));
  const inHers = new Set<string>();
  for (const one of live.people)
    if ((await enterableRoom(live.event, one, at(20))) === roomId) inHers.add(one.admissionId);
  const more = { ...input, seconds: 300, roomId };
  expect(await extendRound({ actor: live.host.actor, input: more, now: at(600) })).toMatchObject({
    value: { endsAt: at(912).toISOString() },
  });
  for (const one of live.people) {
    const isHers = inHers.has(one.admissionId);
    expect((await whereIs(live.event, one, at(700))) !== "main").toBe(isHers);
    expect(await whereIs(live.event, one, at(913))).toBe("main");
  }
});

test("then five minutes more for all are five for each room", async () => {
  const live = await aLiveEvent({ guests: 4 });
  const input = await anOpenRound(live);
  const [ada] = live.people;
  if (!ada) throw new Error("nobody there");
  const roomId = await enterableRoom(live.event, ada, at(20));
  const extend = (more: object) =>
    extendRound({ actor: live.host.actor, input: { ...input, seconds: 300, ...more }, now: at(100) });
  await extend({ roomId });
  await extend({});
  for (const one of live.people) {
    const isHers = (await enterableRoom(live.event, one, at(20))) === roomId;
    expect((await whereIs(live.event, one, at(911))) !== "main").toBe(true);
    expect((await whereIs(live.event, one, at(1200))) !== "main").toBe(isHers);
  }
});
