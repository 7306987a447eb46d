import { expect, test } from "vitest";
import { db } from "@/db/client";
import { aGuest, aLiveEvent, at, type Guest, whereIs } from "@/db/testing/rooms";
import { stageOf } from "../queries/stage";
import { standingOf } from "../queries/standing";
import { endLive } from "./end-live";
import { openRoom } from "./open-room";
import { setOnStage } from "./set-on-stage";
import { setRole } from "./set-role";
import { switchBackstage } from "./switch-backstage";
import { visitRoom } from "./visit-room";

/** A webinar with a speaker and somebody who watches; the room behind the stage is open from second 2. */
async function ground() {
  const live = await aLiveEvent({ mode: "stage" });
  const { event, host } = live;
  const [ada, ben] = [await aGuest(event), await aGuest(event)];
  const become = { eventId: event.id, admissionId: ada.admissionId, role: "speaker" };
  await setRole({ actor: host.actor, input: become, now: at(1) });
  const backstage = (open: boolean, second: number, actor = host.actor) =>
    switchBackstage({ actor, input: { eventId: event.id, open }, now: at(second) });
  const bring = (on: boolean, second: number) =>
    setOnStage({
      actor: host.actor,
      input: { eventId: event.id, admissionId: ada.admissionId, on },
      now: at(second),
    });
  const places = async (second: number) =>
    Promise.all([host, ada, ben].map((one) => whereIs(event, one, at(second))));
  expect(await backstage(true, 2)).toMatchObject({ ok: true });
  return { event, host, ada, ben, backstage, bring, places };
}

test("speakers land behind the stage, come onto it when hosts bring them, and go back", async () => {
  const { bring, places, event, ada } = await ground();
  expect(await places(3)).toEqual(["main", "Backstage", "main"]);
  const behind = await standingOf(db(), ada.actor, { eventId: event.id, now: at(3) });
  expect(behind?.rights).toMatchObject({ mic: true, cam: true, moderate: false });
  // The stage itself is no room for whoever is behind it, so that nobody goes onto it by a token of before.
  expect([...(behind?.myRooms ?? [])]).toHaveLength(1);
  expect(await bring(true, 4)).toMatchObject({ ok: true });
  expect(await places(5)).toEqual(["main", "main", "main"]);
  await bring(false, 6);
  expect(await places(7)).toEqual(["main", "Backstage", "main"]);
});

test("only hosts open and shut it", async () => {
  const { backstage, ada, ben } = await ground();
  for (const { actor } of [ada, ben])
    expect(await backstage(false, 4, actor)).toMatchObject({ failure: { kind: "forbidden" } });
});

test("a host looks behind the stage and comes back; nobody of the audience gets there", async () => {
  const { event, host, ada, ben, places } = await ground();
  const behind = await standingOf(db(), ada.actor, { eventId: event.id, now: at(3) });
  const roomId = behind?.place?.state === "room" ? behind.place.room.id : "";
  const visit = (one: Guest, to: string | null) =>
    visitRoom({ actor: one.actor, input: { eventId: event.id, roomId: to }, now: at(4) });
  expect(await visit(host, roomId)).toMatchObject({ ok: true });
  expect(await places(5)).toEqual(["Backstage", "Backstage", "main"]);
  await visit(host, null);
  expect(await places(6)).toEqual(["main", "Backstage", "main"]);
  expect(await visit(ben, roomId)).toMatchObject({ failure: { kind: "forbidden" } });
});

test("shut, it brings everybody onto the stage; opened again, they begin behind it", async () => {
  const { backstage, bring, places } = await ground();
  await bring(true, 4);
  await backstage(false, 5);
  expect(await places(6)).toEqual(["main", "main", "main"]);
  await backstage(true, 7);
  await backstage(true, 7);
  expect(await places(8)).toEqual(["main", "Backstage", "main"]);
});

test("the audience goes, hosts and speakers stay behind the stage until it is shut, at most an hour", async () => {
  const { event, host, backstage, places } = await ground();
  const input = { eventId: event.id, keepsStage: true };
  expect(await endLive({ actor: host.actor, input, now: at(100) })).toMatchObject({ ok: true });
  expect(await places(101)).toEqual(["Backstage", "Backstage", "ended"]);
  expect(await places(100 + 3599)).toEqual(["Backstage", "Backstage", "ended"]);
  expect(await places(100 + 3600)).toEqual(["ended", "ended", "ended"]);
  await backstage(false, 200);
  expect(await places(201)).toEqual(["ended", "ended", "ended"]);
});

test("ended for everybody, it is over for those behind the stage as well", async () => {
  const { event, host, places } = await ground();
  await endLive({ actor: host.actor, input: { eventId: event.id }, now: at(100) });
  expect(await places(101)).toEqual(["ended", "ended", "ended"]);
});

test("it opens by itself for who stays, and going live again brings the audience back", async () => {
  const { event, host, backstage, places } = await ground();
  await backstage(false, 3);
  await endLive({ actor: host.actor, input: { eventId: event.id, keepsStage: true }, now: at(100) });
  expect(await places(101)).toEqual(["Backstage", "Backstage", "ended"]);
  await openRoom({ actor: host.actor, input: { eventId: event.id }, now: at(110) });
  expect(await places(111)).toEqual(["main", "Backstage", "main"]);
});

test("hosts read who is behind the stage; everybody else only that there is one", async () => {
  const { event, host, ada, ben, bring } = await ground();
  await bring(true, 4);
  const asks = (one: Guest) => stageOf(one.actor, event.id, at(5));
  const speakers = [{ admissionId: ada.admissionId, onStage: true }];
  expect(await asks(host)).toMatchObject({
    value: { backstageId: expect.any(String), desk: { speakers } },
  });
  for (const one of [ada, ben])
    expect(await asks(one)).toMatchObject({ value: { backstageId: expect.any(String), desk: null } });
});
