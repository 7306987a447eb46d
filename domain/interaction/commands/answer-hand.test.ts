import { expect, test } from "vitest";
import { db } from "@/db/client";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { standingOf } from "@/domain/rooms/queries/standing";
import { answerHand } from "./answer-hand";
import { inviteHand } from "./invite-hand";
import { lowerHand } from "./lower-hand";
import { raiseHand } from "./raise-hand";

async function ground() {
  const live = await aLiveEvent({ guests: 1, mode: "forum" });
  const ada = live.people[0] ?? live.host;
  const input = { eventId: live.event.id };
  await raiseHand({ actor: ada.actor, input, now: at(5) });
  const invite = (second: number) =>
    inviteHand({
      actor: live.host.actor,
      input: { ...input, admissionId: ada.admissionId },
      now: at(second),
    });
  const answer = (accept: boolean, second: number) =>
    answerHand({ actor: ada.actor, input: { ...input, accept }, now: at(second) });
  const mic = async (second: number) =>
    (await standingOf(db(), ada.actor, { eventId: live.event.id, now: at(second) }))?.rights?.mic;
  return { live, ada, input, invite, answer, mic };
}

test("in a forum an accepted hand speaks until it is lowered", async () => {
  const { ada, input, invite, answer, mic } = await ground();
  expect(await answer(true, 6)).toMatchObject({ failure: { reason: "not_invited" } });
  await invite(10);
  expect(await mic(11)).toBe(false);
  expect(await answer(true, 20)).toMatchObject({ value: { speaking: true } });
  expect(await mic(21)).toBe(true);
  await lowerHand({ actor: ada.actor, input, now: at(30) });
  expect(await mic(31)).toBe(false);
});

test("an invitation runs out after 60 s and can be repeated; no lowers the hand", async () => {
  const { invite, answer, mic } = await ground();
  await invite(10);
  expect(await answer(true, 70)).toMatchObject({ failure: { reason: "not_invited" } });
  expect(await invite(71)).toMatchObject({ ok: true });
  expect(await answer(false, 80)).toMatchObject({ value: { speaking: false } });
  expect(await mic(81)).toBe(false);
  expect(await invite(82)).toMatchObject({ failure: { reason: "no_hand" } });
});
