import { expect, test } from "vitest";
import { db } from "@/db/client";
import { aLiveEvent, at, whereIs } from "@/db/testing/rooms";
import { listPeople } from "../queries";
import { stageOf } from "../queries/stage";
import { standingOf } from "../queries/standing";
import { sanction } from "./sanction";

async function ground() {
  const live = await aLiveEvent({ guests: 2 });
  const [ada, ben] = live.people;
  if (!ada || !ben) throw new Error("two guests are needed");
  const put = (action: string, second: number, { target = ada.admissionId, actor = live.host.actor } = {}) =>
    sanction({ actor, input: { eventId: live.event.id, admissionId: target, action }, now: at(second) });
  const rights = async (second: number) =>
    (await standingOf(db(), ada.actor, { eventId: live.event.id, now: at(second) }))?.rights;
  return { live, ada, ben, put, rights };
}

test("silence takes microphone and camera but neither chat nor ears; it can be lifted", async () => {
  const { put, rights } = await ground();
  await put("silence", 10);
  expect(await rights(11)).toMatchObject({ mic: false, cam: false, data: false, chat: true });
  await put("no_chat", 12);
  expect(await rights(13)).toMatchObject({ chat: false });
  await put("unsilence", 14);
  await put("chat", 15);
  expect(await rights(16)).toMatchObject({ mic: true, chat: true });
});

test("who may not write is told to hosts, and to nobody else in the room", async () => {
  const { live, ada, ben, put } = await ground();
  await put("no_chat", 10);
  const seenBy = async (actor: typeof ada.actor) => {
    const listed = await listPeople(actor, live.event.id, at(11));
    if (!listed.ok) throw new Error(listed.failure.reason);
    return listed.value.people.find(({ admissionId }) => admissionId === ada.admissionId)?.noChat;
  };
  expect(await seenBy(live.host.actor)).toBe(true);
  expect(await seenBy(ben.actor)).toBeUndefined();
});

test("who is removed stays out for five minutes, who is banned for the event, until it is lifted", async () => {
  const { live, ada, put } = await ground();
  await put("remove", 10);
  expect(await whereIs(live.event, ada, at(309))).toBe("removed");
  expect(await whereIs(live.event, ada, at(310))).toBe("main");
  await put("ban", 400);
  expect(await whereIs(live.event, ada, at(5000))).toBe("removed");
  await put("lift", 5001);
  expect(await whereIs(live.event, ada, at(5002))).toBe("main");
});

test("S58: participants sanction nobody, hosts are protected, and people of other events look missing", async () => {
  const { live, ada, ben, put } = await ground();
  const other = await ground();
  expect(await put("ban", 10, { actor: ada.actor, target: ben.admissionId })).toMatchObject({
    failure: { kind: "forbidden" },
  });
  expect(await put("ban", 10, { target: live.host.admissionId })).toMatchObject({
    failure: { reason: "is_host" },
  });
  expect(await put("ban", 10, { target: other.ada.admissionId })).toMatchObject({
    failure: { reason: "missing_person" },
  });
});

test("hosts read who is kept out and let them in again", async () => {
  const { live, ada, put } = await ground();
  const removed = async (second: number) => {
    const answer = await stageOf(live.host.actor, live.event.id, at(second));
    return answer.ok ? answer.value.desk?.removed.map(({ admissionId }) => admissionId) : [];
  };
  await put("ban", 5);
  expect(await removed(6)).toEqual([ada.admissionId]);
  await put("lift", 7);
  expect(await removed(11)).toEqual([]);
});
