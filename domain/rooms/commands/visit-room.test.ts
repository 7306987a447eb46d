import { expect, test } from "vitest";
import { system } from "@/db/testing/actors";
import { aPerson, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, anOpenRound, at, START, whereIs } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { askHelp } from "./ask-help";
import { openTalk } from "./open-talk";
import { returnToPlenary } from "./return-to-plenary";
import { visitRoom } from "./visit-room";

test("participants may enter their own room again, and no other", async () => {
  const live = await aLiveEvent({ guests: 4 });
  await anOpenRound(live);
  const listed = await listRounds(live.host.actor, live.event.id, at(20));
  const rooms = listed.ok ? (listed.value.rounds[0]?.rooms ?? []) : [];
  const [ada] = live.people;
  if (!ada) throw new Error("nobody joined");
  const own = rooms.find(({ people }) => people.some((one) => one.admissionId === ada.admissionId));
  const other = rooms.find((room) => room !== own);
  const input = { eventId: live.event.id };
  const visit = (roomId: string | undefined) =>
    visitRoom({ actor: ada.actor, input: { ...input, roomId }, now: at(30) });
  await returnToPlenary({ actor: ada.actor, input, now: at(25) });
  expect(await visit(other?.id)).toMatchObject({ failure: { reason: "not_assigned" } });
  expect(await visit(own?.id)).toMatchObject({ ok: true });
  expect(await whereIs(live.event, ada, at(31))).toBe(own?.label);
});

test("a host looks into breakouts, never into a talk by appointment", async () => {
  const live = await aLiveEvent({ guests: 2 });
  await anOpenRound(live);
  const people = [await aPerson(), await aPerson()];
  for (const { id: personId } of people) await aRegistration(live.event, { personId });
  const talk = { personIds: people.map(({ id }) => id), startsAt: at(60), endsAt: at(1260), label: "1:1" };
  await openTalk({ actor: system, input: { eventId: live.event.id, ...talk }, now: START });
  const { db } = await import("@/db/client");
  const { rooms } = await import("@/db/schema/rooms");
  const all = await db().select().from(rooms);
  const visit = (kind: string) => {
    const roomId = all.find((room) => room.kind === kind && room.closedAt === null)?.id;
    return visitRoom({ actor: live.host.actor, input: { eventId: live.event.id, roomId }, now: at(60) });
  };
  expect(await visit("talk")).toMatchObject({ failure: { reason: "missing_room" } });
});

test("a host who comes into a room that called for help is that help", async () => {
  const live = await aLiveEvent({ guests: 2 });
  await anOpenRound(live);
  const [ada] = live.people;
  if (!ada) throw new Error("nobody joined");
  const input = { eventId: live.event.id };
  await askHelp({ actor: ada.actor, input, now: at(20) });
  const calls = async (second: number) => {
    const listed = await listRounds(live.host.actor, live.event.id, at(second));
    const rooms = listed.ok ? (listed.value.rounds[0]?.rooms ?? []) : [];
    const calling = rooms.flatMap(({ people }) => people).filter(({ helpAskedAt }) => helpAskedAt !== null);
    return { count: calling.length, roomId: rooms[0]?.id };
  };
  const { count, roomId } = await calls(21);
  expect(count).toBe(1);
  await visitRoom({ actor: live.host.actor, input: { ...input, roomId }, now: at(30) });
  expect((await calls(31)).count).toBe(0);
});
