import { expect, test } from "vitest";
import { db } from "@/db/client";
import { claimActor } from "@/db/testing/actors";
import { aClaim, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, at, joined } from "@/db/testing/rooms";
import type { Actor } from "@/domain/policy";
import { listPeople } from "@/domain/rooms/queries";
import { standingOf } from "@/domain/rooms/queries/standing";
import { answerHand } from "./answer-hand";
import { clearHands } from "./clear-hands";
import { inviteHand } from "./invite-hand";
import { lowerHand } from "./lower-hand";
import { raiseHand } from "./raise-hand";

async function ground(mode: "stage" | "forum" = "forum") {
  const live = await aLiveEvent({ guests: 1, mode });
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
  const rights = async (second: number) =>
    (await standingOf(db(), ada.actor, { eventId: live.event.id, now: at(second) }))?.rights;
  const mic = async (second: number) => (await rights(second))?.mic;
  return { live, ada, input, invite, answer, rights, mic };
}

test.for(["stage", "forum"] as const)("on a %s an accepted hand speaks until it is lowered", async (mode) => {
  const { ada, input, invite, answer, mic } = await ground(mode);
  expect(await answer(true, 6)).toMatchObject({ failure: { reason: "not_invited" } });
  await invite(10);
  expect(await mic(11)).toBe(false);
  expect(await answer(true, 20)).toMatchObject({ value: { speaking: true } });
  expect(await mic(21)).toBe(true);
  await lowerHand({ actor: ada.actor, input, now: at(30) });
  expect(await mic(31)).toBe(false);
});

test("the hosts give the floor of a stage for a while and take it back; the role stays", async () => {
  const { live, ada, input, invite, answer, rights } = await ground("stage");
  await invite(10);
  await answer(true, 20);
  expect(await rights(21)).toMatchObject({ mic: true, cam: true, screen: false, moderate: false });
  const taken = { ...input, admissionId: ada.admissionId };
  await clearHands({ actor: live.host.actor, input: taken, now: at(30) });
  expect(await rights(31)).toMatchObject({ mic: false, cam: false, data: false });
});

test("whoever has the floor watches no more, in everybody's count", async () => {
  const { live, ada, invite, answer } = await ground("stage");
  const watching = async ({ actor }: { actor: Actor }, second: number) => {
    const listed = await listPeople(actor, live.event.id, at(second));
    return listed.ok ? listed.value.watching : undefined;
  };
  const registration = await aRegistration(live.event);
  const claim = { actor: claimActor(registration, await aClaim(registration)) };
  await joined(live.event, claim.actor, { tab: "tab-claim", now: at(1) });
  const counts = (second: number) =>
    Promise.all([live.host, ada, claim].map((viewer) => watching(viewer, second)));
  await invite(10);
  expect(await counts(11)).toEqual([2, 2, 2]);
  await answer(true, 20);
  expect(await counts(21)).toEqual([1, 1, 1]);
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
