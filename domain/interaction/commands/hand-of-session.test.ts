import { expect, test } from "vitest";
import { db } from "@/db/client";
import { aParallelEvent } from "@/db/testing/parallel";
import { at, some } from "@/db/testing/rooms";
import { chooseSession } from "@/domain/rooms/commands/choose-session";
import { standingOf } from "@/domain/rooms/queries/standing";
import { listHands } from "../queries";
import { answerHand } from "./answer-hand";
import { inviteHand } from "./invite-hand";
import { raiseHand } from "./raise-hand";

const OPEN = 11 * 60;

/** Ben is in the room of an item that is a stage, Ada in the plenary of a forum. */
async function ground() {
  const live = await aParallelEvent({ mode: "forum" });
  const [ben, ada] = some(live.people, 2);
  if (!ben || !ada) throw new Error("two people are needed");
  const { id: eventId } = live.event;
  const go = (roomId: string | null, second: number) =>
    chooseSession({ actor: ben.actor, input: { eventId, roundId: live.round.id, roomId }, now: at(second) });
  const raise = (second: number) => raiseHand({ actor: ben.actor, input: { eventId }, now: at(second) });
  const speaks = async (second: number) => {
    const { admissionId } = ben;
    await inviteHand({ actor: live.host.actor, input: { eventId, admissionId }, now: at(second) });
    return answerHand({ actor: ben.actor, input: { eventId, accept: true }, now: at(second + 1) });
  };
  const mayAt = async (second: number) =>
    (await standingOf(db(), ben.actor, { eventId, now: at(second) }))?.rights?.mic;
  await go(live.rooms.first.id, OPEN);
  return { ...live, ben, ada, eventId, go, raise, speaks, mayAt };
}

test("a hand in the room of an item gives the floor there, and nowhere else", async () => {
  const { go, raise, speaks, mayAt, rooms } = await ground();
  expect(await mayAt(OPEN + 1)).toBe(false);
  expect(await raise(OPEN + 1)).toMatchObject({ ok: true });
  expect(await speaks(OPEN + 2)).toMatchObject({ value: { speaking: true } });
  expect(await mayAt(OPEN + 4)).toBe(true);
  await go(null, OPEN + 5);
  expect(await mayAt(OPEN + 6)).toBe(false);
  expect(await raise(OPEN + 7)).toMatchObject({ ok: true });
  expect(await speaks(OPEN + 8)).toMatchObject({ value: { speaking: true } });
  expect(await mayAt(OPEN + 10)).toBe(true);
  await go(rooms.first.id, OPEN + 11);
  expect(await mayAt(OPEN + 12)).toBe(false);
});

test("it is seen by who is there and by hosts, not in the plenary", async () => {
  const { ben, ada, host, eventId, raise } = await ground();
  await raise(OPEN + 1);
  const seenBy = async ({ actor }: typeof ben) => {
    const listed = await listHands(actor, eventId, at(OPEN + 2));
    return listed.ok && listed.value.hands.length;
  };
  expect([await seenBy(ben), await seenBy(host), await seenBy(ada)]).toEqual([1, 1, 0]);
});
