import { expect, test } from "vitest";
import { system } from "@/db/testing/actors";
import { aLiveEvent, at, plenaryOf } from "@/db/testing/rooms";
import { noteReturns } from "./note-returns";
import { sanction } from "./sanction";

async function ground() {
  const { event, host, people } = await aLiveEvent({ guests: 1 });
  const [ada] = people;
  if (!ada) throw new Error("somebody is needed");
  const { id: roomId } = await plenaryOf(event);
  const put = (action: string, second: number) =>
    sanction({
      actor: host.actor,
      input: { eventId: event.id, admissionId: ada.admissionId, action },
      now: at(second),
    });
  const found = (joined: number, actor = system) =>
    noteReturns({
      actor,
      input: { eventId: event.id, roomId, found: [{ admissionId: ada.admissionId, joinedAt: at(joined) }] },
      now: at(joined + 1),
    });
  const name = async () => (await plenaryOf(event)).lkName;
  return { host, put, found, name };
}

test("the third return gives the room a new name, and the next three another one", async () => {
  const { put, found, name } = await ground();
  await put("ban", 10);
  const first = await name();
  expect([await found(11), await found(20)]).toMatchObject([
    { value: { lkName: null } },
    { value: { lkName: null } },
  ]);
  expect(await name()).toBe(first);
  await found(30);
  const second = await name();
  expect(second).not.toBe(first);
  for (const joined of [40, 50]) await found(joined);
  expect(await name()).toBe(second);
  await found(60);
  expect(await name()).not.toBe(second);
});

test("who was inside when the ban came has not come back, and a ban that was lifted counts nothing", async () => {
  const { put, found, name } = await ground();
  const first = await name();
  await put("ban", 10);
  for (const joined of [1, 2, 3, 4]) await found(joined);
  await put("lift", 20);
  for (const joined of [21, 22, 23, 24]) await found(joined);
  expect(await name()).toBe(first);
});

test("nobody but the reconciler says so", async () => {
  const { host, put, found } = await ground();
  await put("ban", 10);
  expect(await found(11, host.actor)).toMatchObject({ failure: { kind: "forbidden" } });
});
