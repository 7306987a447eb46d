import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { accessToken } from "./access-token";
import type { MediaRights } from "./grants";
import { roomService } from "./room-service";
import { WAIT_MS } from "./testing/bot";
import { type Signalling, signalOnly } from "./testing/signalling";

const visible: MediaRights = { mic: true, cam: true, screen: false, data: true, hidden: false };
const hidden: MediaRights = { mic: false, cam: false, screen: false, data: false, hidden: true };
const PEOPLE = 40;

let name = "";
const open: Signalling[] = [];
beforeEach(async () => {
  name = `large-${process.pid}-${Date.now()}`;
  await roomService.ensureRoom(name);
  return () => roomService.deleteRoom(name);
});
afterEach(() => {
  for (const connection of open.splice(0)) connection.leave();
});

async function come(index: number, rights: MediaRights): Promise<Signalling> {
  const identity = `person-${String(index).padStart(4, "0")}`;
  const connection = await signalOnly(await accessToken({ identity, name: identity, room: name, rights }));
  open.push(connection);
  return connection;
}

/** Bytes that describe the room to the first and to the last of so many, and what the first one heard of the others. */
async function fill(rights: MediaRights) {
  const first = await come(0, rights);
  const [described = 0] = first.sizes;
  for (let index = 1; index < PEOPLE - 1; index += 1) await come(index, rights);
  const last = await come(PEOPLE - 1, rights);
  const inside = async () => expect(await roomService.listParticipants(name)).toHaveLength(PEOPLE);
  await vi.waitFor(inside, { timeout: WAIT_MS });
  return { first: described, last: last.sizes[0] ?? 0, told: first.said().includes("person-0001") };
}

test("who comes in hidden costs the others nothing: the room is described to everybody in as many bytes", async () => {
  const { first, last, told } = await fill(hidden);
  expect(last - first).toBeLessThan(20);
  expect(told, "the first one hears of the others").toBe(false);
}, 60_000);

test("who comes in visible is described to everybody after them", async () => {
  const { first, last } = await fill(visible);
  expect((last - first) / (PEOPLE - 1), "bytes for each of the others").toBeGreaterThan(50);
}, 60_000);
