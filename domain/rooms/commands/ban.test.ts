import { DisconnectReason, RoomEvent } from "@livekit/rtc-node";
import { eq } from "drizzle-orm";
import { decodeJwt } from "jose";
import { afterAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { rooms } from "@/db/schema/rooms";
import { seatActor } from "@/db/testing/actors";
import { aRegistration } from "@/db/testing/makers";
import { aLiveEvent, type Guest, joined, plenaryOf } from "@/db/testing/rooms";
import { roomService } from "@/lib/livekit/room-service";
import { connect, disconnectAll, once, speak } from "@/lib/livekit/testing/bot";
import { signalOnly } from "@/lib/livekit/testing/signalling";
import { whereAmI } from "../queries";
import { enforceEvent, reconcileRooms } from "./reconcile-rooms";
import { sanction } from "./sanction";

afterAll(disconnectAll);

/** A workshop of now, with a host and two guests; no webhook reaches this process. */
async function ground() {
  const start = new Date();
  const { event, host } = await aLiveEvent({ mode: "roundtable", startsAt: start });
  const register = () => aRegistration(event, { provenAt: start, confirmedAt: start });
  const registration = await register();
  const ada = await joined(event, seatActor(registration), { tab: "tab-ada", now: start });
  const ben = await joined(event, seatActor(await register()), { tab: "tab-ben", now: start });
  const tokenOf = async ({ actor, tab }: Guest): Promise<string> => {
    const answer = await whereAmI(actor, { slug: event.slug, tab }, new Date());
    if (!answer.ok || answer.value.state !== "room") throw new Error("belongs to no room");
    return answer.value.target.token;
  };
  const ban = () =>
    sanction({
      actor: host.actor,
      input: { eventId: event.id, admissionId: ada.admissionId, action: "ban" },
      now: new Date(),
    });
  const inside = async () =>
    (await roomService.listParticipants((await plenaryOf(event)).lkName)).map(({ identity }) => identity);
  /** The worker's look at the rooms, which comes every five seconds. */
  const look = () => reconcileRooms({ now: new Date() });
  return { event, ada, ben, registration, tokenOf, ban, inside, look };
}

test("S60: a ban holds against the saved token, the one LiveKit renewed, and a bare connection to its port", async () => {
  const { event, ada, tokenOf, ban, inside, look } = await ground();
  const saved = await tokenOf(ada);
  const kept = await signalOnly(saved);
  expect(decodeJwt(kept.token).sub, "the renewed token").toBe(ada.admissionId);
  // Whose media is not up yet is seen all the same.
  expect(await inside()).toEqual([ada.admissionId]);
  expect(await ban()).toMatchObject({ ok: true });
  await enforceEvent(event.id, new Date());
  await kept.closed;
  expect(await inside()).toEqual([]);
  for (const token of [saved, kept.token]) {
    const again = await signalOnly(token);
    expect(await inside(), "LiveKit itself lets an old token in").toEqual([ada.admissionId]);
    await look();
    await again.closed;
    expect(await inside()).toEqual([]);
  }
}, 60_000);

test("S60: nobody is heard any more who comes back by a renewed token, and another browser gets none", async () => {
  const { event, ada, ben, registration, tokenOf, ban, look } = await ground();
  const { token, closed } = await signalOnly(await tokenOf(ada));
  const listener = await connect(await tokenOf(ben));
  await ban();
  await enforceEvent(event.id, new Date());
  await closed;
  const back = await connect(token);
  const heard = once(listener, RoomEvent.TrackSubscribed);
  await speak(back);
  await heard;
  const [out, silent] = [
    once(back, RoomEvent.Disconnected),
    once(listener, RoomEvent.ParticipantDisconnected),
  ];
  await look();
  expect(await out).toBe(DisconnectReason.PARTICIPANT_REMOVED);
  await silent;
  expect([...listener.remoteParticipants.keys()]).toEqual([]);
  const elsewhere = await whereAmI(
    seatActor(registration),
    { slug: event.slug, tab: "tab-other" },
    new Date(),
  );
  expect(elsewhere).toMatchObject({ value: { state: "removed", until: null } });
}, 60_000);

test("from the third return on the others have a room that no old token knows", async () => {
  const { event, ada, ben, tokenOf, ban, inside, look } = await ground();
  const { token, closed } = await signalOnly(await tokenOf(ada));
  const others = await connect(await tokenOf(ben));
  await ban();
  await enforceEvent(event.id, new Date());
  await closed;
  const before = await plenaryOf(event);
  for (const turn of [1, 2]) {
    const again = await signalOnly(token);
    await look();
    await again.closed;
    expect((await plenaryOf(event)).lkName, `after return ${turn}`).toBe(before.lkName);
  }
  const gone = once(others, RoomEvent.Disconnected);
  await signalOnly(token);
  await look();
  expect(await gone).toBe(DisconnectReason.ROOM_DELETED);
  const after = await plenaryOf(event);
  expect(after.id).toBe(before.id);
  expect(after.lkName).not.toBe(before.lkName);
  await connect(await tokenOf(ben));
  expect(await inside()).toEqual([ben.admissionId]);
  await expect(signalOnly(token)).rejects.toThrow();
  await look();
  expect(await roomService.listRooms([before.lkName]), "nothing makes the old one again").toEqual([]);
  expect(await db().$count(rooms, eq(rooms.lkName, after.lkName))).toBe(1);
}, 60_000);
