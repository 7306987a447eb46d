import { expect, test } from "vitest";
import { db } from "@/db/client";
import { refusalOf } from "@/db/testing/refusals";
import { aGuest, aLiveEvent, anOpenRound, at, type Guest, whereIs } from "@/db/testing/rooms";
import { can } from "@/domain/policy";
import { listPeople } from "../queries";
import { stageOf } from "../queries/stage";
import { standingOf } from "../queries/standing";
import { admit } from "./admit";
import { heartbeat } from "./heartbeat";
import { sanction } from "./sanction";
import { switchSession } from "./switch-session";

/** A workshop with somebody inside, whose hosts let in everybody one by one from second 10 on. */
async function ground() {
  const live = await aLiveEvent({ guests: 1 });
  const { event, host } = live;
  const [ada] = live.people;
  if (!ada) throw new Error("somebody is inside");
  const turn = (change: string, second: number) =>
    switchSession({ actor: host.actor, input: { eventId: event.id, change }, now: at(second) });
  const letIn = (one: Guest | null, second: number, actor = host.actor) =>
    admit({ actor, input: { eventId: event.id, admissionId: one?.admissionId ?? null }, now: at(second) });
  const waiting = async (second: number) => {
    const answer = await stageOf(host.actor, event.id, at(second));
    return answer.ok ? (answer.value.desk?.waiting.map(({ admissionId }) => admissionId) ?? []) : [];
  };
  await turn("lobby", 10);
  return { live, event, host, ada, turn, letIn, waiting };
}

test("who is inside stays, who comes waits until hosts let them in, one by one or all", async () => {
  const { event, ada, host, letIn, waiting } = await ground();
  const [ben, eva, kim] = [
    await aGuest(event, at(11)),
    await aGuest(event, at(12)),
    await aGuest(event, at(13)),
  ];
  for (const one of [host, ada]) expect(await whereIs(event, one, at(14))).toBe("main");
  for (const one of [ben, eva, kim]) expect(await whereIs(event, one, at(14))).toBe("lobby");
  expect(await waiting(14)).toEqual([ben, eva, kim].map(({ admissionId }) => admissionId));
  expect(await letIn(ben, 20)).toMatchObject({ value: { admitted: 1 } });
  expect(await whereIs(event, ben, at(21))).toBe("main");
  expect(await whereIs(event, eva, at(21))).toBe("lobby");
  expect(await letIn(null, 22)).toMatchObject({ value: { admitted: 2 } });
  for (const one of [eva, kim]) expect(await whereIs(event, one, at(23))).toBe("main");
  expect(await waiting(23)).toEqual([]);
});

test("who was let in comes back after a reload, who was refused stays out, and a door without lobby is open", async () => {
  const { event, host, letIn, turn } = await ground();
  const [ben, eva, kim] = [
    await aGuest(event, at(11)),
    await aGuest(event, at(12)),
    await aGuest(event, at(13)),
  ];
  await letIn(ben, 20);
  const out = { eventId: event.id, admissionId: eva.admissionId, action: "remove" };
  await sanction({ actor: host.actor, input: out, now: at(21) });
  expect(await letIn(null, 22)).toMatchObject({ value: { admitted: 1 } });
  expect(await whereIs(event, eva, at(23))).toBe("removed");
  for (const one of [ben, kim]) expect(await whereIs(event, one, at(23))).toBe("main");
  await turn("open_lobby", 30);
  expect(await whereIs(event, await aGuest(event, at(31)), at(32))).toBe("main");
});

test("who waits gets no place in a running round before they are let in, and then one by its rule", async () => {
  const { live, event, letIn } = await ground();
  await aGuest(event, at(1));
  await anOpenRound(live, { rule: "groups", groupSize: 2 });
  const ben = await aGuest(event, at(20));
  expect(await whereIs(event, ben, at(21))).toBe("lobby");
  await letIn(ben, 22);
  expect(["main", "lobby"]).not.toContain(await whereIs(event, ben, at(23)));
});

test("before going live everybody waits for the hosts, and none of them is let in by that alone", async () => {
  const { event, ada, turn } = await ground();
  await turn("open_lobby", 11);
  expect(await whereIs(event, ada, at(12))).toBe("main");
  await turn("lobby", 13);
  expect(await whereIs(event, ada, at(14))).toBe("main");
});

test("S58: nobody lets themselves in, and only who is there is let in", async () => {
  const { event, letIn } = await ground();
  const ben = await aGuest(event, at(11));
  expect(await letIn(ben, 12, ben.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  const beat = { eventId: event.id, tab: ben.tab };
  expect(await heartbeat({ actor: ben.actor, input: beat, now: at(13) })).toMatchObject({ ok: true });
  expect(await whereIs(event, ben, at(14))).toBe("lobby");
  expect(refusalOf(await letIn({ ...ben, admissionId: "adm_00000000" }, 14))).toBe("done");
});

test("who waits reads no names but those of the stage, and neither writes nor raises a hand", async () => {
  const { event, host, ada } = await ground();
  const ben = await aGuest(event, at(11));
  const listed = await listPeople(ben.actor, event.id, at(12));
  const ids = listed.ok ? listed.value.people.map(({ admissionId }) => admissionId) : [];
  expect(ids.toSorted()).toEqual([host.admissionId, ben.admissionId].toSorted());
  expect(ids).not.toContain(ada.admissionId);
  const standing = await standingOf(db(), ben.actor, { eventId: event.id, now: at(12) });
  expect([...(standing?.myRooms ?? [])]).toEqual([]);
  for (const permission of ["chat.post", "hand.raise", "poll.answer", "question.ask", "round.take"] as const)
    expect(standing && can(ben.actor, permission, standing), permission).toBe(false);
});
