import { DisconnectReason, RoomEvent } from "@livekit/rtc-node";
import { RoomServiceClient } from "livekit-server-sdk";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { env } from "@/lib/env";
import { accessToken } from "./access-token";
import type { MediaRights } from "./grants";
import { roomService } from "./room-service";
import { connect, disconnectAll, once, speak, WAIT_MS } from "./testing/bot";

const speaker: MediaRights = { mic: true, cam: true, screen: false, data: true, hidden: false };
const watcher: MediaRights = { mic: false, cam: false, screen: false, data: false, hidden: false };

let name = "";
let counter = 0;
beforeEach(async () => {
  name = `contract-${process.pid}-${Date.now()}-${++counter}`;
  await roomService.ensureRoom(name);
  return () => roomService.deleteRoom(name);
});
afterAll(disconnectAll);

const tokenFor = (identity: string, rights: MediaRights, room = name) =>
  accessToken({ identity, name: identity, room, rights });
const join = async (identity: string, rights: MediaRights) => connect(await tokenFor(identity, rights));
const until = <Value>(check: () => Value) => vi.waitFor(check, { timeout: WAIT_MS, interval: 50 });
const seen = async (identity: string) =>
  (await roomService.listParticipants(name)).find((one) => one.identity === identity);

test("creating a room twice is harmless, and only existing rooms are listed", async () => {
  await roomService.ensureRoom(name);
  expect(await roomService.listRooms([name, `${name}-none`])).toEqual([name]);
});

test("who may speak is heard, who may only watch hears and cannot publish", async () => {
  const [ada, ben] = [await join("ada", speaker), await join("ben", watcher)];
  const heard = once(ben, RoomEvent.TrackSubscribed);
  await speak(ada);
  await heard;
  await expect(speak(ben)).rejects.toThrow();
  expect(await seen("ada")).toMatchObject({
    rights: speaker,
    tracks: [{ kind: "audio", source: "microphone" }],
  });
  expect(await seen("ben")).toMatchObject({ rights: watcher, tracks: [] });
});

test("an update with canPublish alone would take the subscriptions away; ours keeps them", async () => {
  const [ada, ben] = [await join("ada", speaker), await join("ben", watcher)];
  const heard = once(ben, RoomEvent.TrackSubscribed);
  await speak(ada);
  await heard;
  await roomService.updatePermissions(name, "ben", speaker);
  await until(async () => expect((await seen("ben"))?.rights.mic).toBe(true));
  expect(ben.remoteParticipants.get("ada")?.trackPublications.size).toBe(1);

  const { LIVEKIT_API_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = env();
  const raw = new RoomServiceClient(LIVEKIT_API_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET);
  const info = await raw.updateParticipant(name, "ben", { permission: { canPublish: true } });
  expect(info.permission?.canSubscribe).toBe(false);
});

test("a right that is taken away takes the track down at the receiver", async () => {
  const [ada, ben] = [await join("ada", speaker), await join("ben", watcher)];
  const heard = once(ben, RoomEvent.TrackSubscribed);
  await speak(ada);
  await heard;
  const gone = once(ben, RoomEvent.TrackUnpublished);
  await roomService.updatePermissions(name, "ada", watcher);
  await gone;
  expect((await seen("ada"))?.tracks).toEqual([]);
});

test("another name reaches the others and the list, and takes no right away", async () => {
  const [ada, ben] = [await join("ada", speaker), await join("ben", watcher)];
  const renamed = once(ben, RoomEvent.ParticipantNameChanged);
  await roomService.updatePermissions(name, "ada", { ...speaker, name: "Ada Neu" });
  await renamed;
  expect(ben.remoteParticipants.get("ada")?.name).toBe("Ada Neu");
  expect(await seen("ada")).toMatchObject({ name: "Ada Neu", rights: speaker });
  expect(ada.isConnected).toBe(true);
});

test("a hidden viewer hears, is unseen by others, and is listed for the server", async () => {
  const ada = await join("ada", speaker);
  const ben = await join("ben", { ...watcher, hidden: true });
  const heard = once(ben, RoomEvent.TrackSubscribed);
  await speak(ada);
  await heard;
  expect(ada.remoteParticipants.has("ben")).toBe(false);
  expect(await seen("ben")).toMatchObject({ rights: { hidden: true } });
  const arrives = once(ada, RoomEvent.ParticipantConnected);
  await roomService.updatePermissions(name, "ben", speaker);
  await arrives;
});

test("a muted track is muted for the others, and only once", async () => {
  const [ada, ben] = [await join("ada", speaker), await join("ben", watcher)];
  const heard = once(ben, RoomEvent.TrackSubscribed);
  await speak(ada);
  await heard;
  const muted = once(ben, RoomEvent.TrackMuted);
  const sid = (await seen("ada"))?.tracks[0]?.sid ?? "";
  await roomService.muteTrack(name, "ada", sid);
  await muted;
  expect((await seen("ada"))?.tracks).toMatchObject([{ muted: true }]);
});

test("who is removed is told so, and removing somebody who is gone is harmless", async () => {
  const ada = await join("ada", speaker);
  const left = once(ada, RoomEvent.Disconnected);
  await roomService.removeParticipant(name, "ada");
  expect(await left).toBe(DisconnectReason.PARTICIPANT_REMOVED);
  await roomService.removeParticipant(name, "ada");
});

test("a deleted room puts everybody out, and an old token does not bring it back", async () => {
  const token = await tokenFor("ada", speaker);
  const ada = await connect(token);
  const left = once(ada, RoomEvent.Disconnected);
  await roomService.deleteRoom(name);
  expect(await left).toBe(DisconnectReason.ROOM_DELETED);
  await expect(connect(token)).rejects.toThrow();
  await roomService.deleteRoom(name);
});

test("S61: a token opens its own room only, and none when the room is a star", async () => {
  const ada = await connect(await tokenFor("ada", speaker));
  expect(ada.name).toBe(name);
  await expect(connect(await tokenFor("ada", speaker, "*"))).rejects.toThrow();
});

test("a word to everybody has no sender and reaches the hidden too", async () => {
  const ada = await join("ada", speaker);
  const ben = await join("ben", { ...watcher, hidden: true });
  const heard: string[] = [];
  for (const room of [ada, ben])
    room.on(RoomEvent.DataReceived, (...[bytes, sender, , topic]) =>
      heard.push(`${new TextDecoder().decode(bytes)} ${topic} ${sender?.identity ?? "nobody"}`),
    );
  // Both are there for certain; the first packets of a connection may still be lost.
  await vi.waitFor(
    async () => {
      await roomService.sendToAll(name, "topic.v1", "Hallo");
      expect(heard.length).toBeGreaterThan(1);
    },
    { timeout: WAIT_MS, interval: 200 },
  );
  expect(new Set(heard)).toEqual(new Set(["Hallo topic.v1 nobody"]));
});
