import { RoomEvent } from "@livekit/rtc-node";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { env } from "@/lib/env";
import { accessToken } from "./access-token";
import type { MediaRights } from "./grants";
import { roomService } from "./room-service";
import { connect, disconnectAll, once, WAIT_MS } from "./testing/bot";
import { signalOnly } from "./testing/signalling";

/** What livekit-server does that docs/live-rooms.md builds on. A new version that does otherwise is noticed here. */

const speaker: MediaRights = { mic: true, cam: true, screen: false, data: true, hidden: false };
const watcher: MediaRights = { mic: false, cam: false, screen: false, data: false, hidden: false };

let name = "";
beforeEach(async () => {
  name = `behaviour-${process.pid}-${Date.now()}`;
  await roomService.ensureRoom(name);
  return () => roomService.deleteRoom(name);
});
afterAll(disconnectAll);

const tokenFor = (identity: string, rights: MediaRights) =>
  accessToken({ identity, name: identity, room: name, rights });

/** What LiveKit says to a client that asks whether it would be let in. */
async function validate(token: string): Promise<number> {
  const address = new URL("/rtc/validate", env().LIVEKIT_API_URL);
  address.searchParams.set("access_token", token);
  return (await fetch(address)).status;
}

test("S14: whoever connects is told of our own STUN and TURN and of nobody else's", async () => {
  const connection = await signalOnly(await tokenFor("ada", speaker));
  const servers = connection.said().match(/\b(?:stun|turns?):[\w.-]+(?::\d+)?/g) ?? [];
  expect(servers.length).toBeGreaterThan(0);
  const own = new URL(env().LIVEKIT_URL).hostname;
  expect(servers.filter((server) => server.split(":")[1] !== own)).toEqual([]);
  connection.leave();
});

test("hidden, then visible, then hidden again: the others see the arrival, and a ghost stays", async () => {
  const ada = await connect(await tokenFor("ada", watcher));
  const ben = await connect(await tokenFor("ben", { ...watcher, hidden: true }));
  const seen: string[] = [];
  ada.on(RoomEvent.ParticipantDisconnected, ({ identity }) => seen.push(identity));
  const arrives = once(ada, RoomEvent.ParticipantConnected);
  await roomService.updatePermissions(name, "ben", speaker);
  await arrives;
  await roomService.updatePermissions(name, "ben", { ...watcher, hidden: true });
  const listed = async () =>
    (await roomService.listParticipants(name)).find(({ identity }) => identity === "ben")?.rights.hidden;
  await vi.waitFor(async () => expect(await listed()).toBe(true), { timeout: WAIT_MS });
  // Something that happens after it, so that whatever was to be told has been told.
  const later = once(ada, RoomEvent.ParticipantConnected);
  await connect(await tokenFor("cem", watcher));
  await later;
  expect([...ada.remoteParticipants.keys()].toSorted()).toEqual(["ben", "cem"]);
  expect(seen).toEqual([]);
  await ben.disconnect();
});

test("a token of a room that is gone gets 404, with which a client gives up at once", async () => {
  const token = await tokenFor("ada", speaker);
  expect(await validate(token)).toBe(200);
  await roomService.deleteRoom(name);
  expect(await validate(token)).toBe(404);
  expect(await validate("none")).toBe(401);
});
