import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { aGuest, aLiveEvent, at } from "@/db/testing/rooms";
import { LiveKitUnavailable, roomService } from "@/lib/livekit/room-service";
import { whereAmI } from "../queries";
import { ensureRoom } from "./ensure-room";

const asked = vi.spyOn(roomService, "ensureRoom");
const refused = () => new LiveKitUnavailable("no", { cause: new TypeError("fetch failed") });
const late = () => new LiveKitUnavailable("no", { cause: new DOMException("too late", "TimeoutError") });

beforeEach(() => {
  vi.useFakeTimers();
  asked.mockReset();
});
afterEach(() => void vi.useRealTimers());

/** Whether the room is taken as there after so long. */
async function isAnswered(lkName: string, milliseconds: number): Promise<boolean> {
  let answered = false;
  void ensureRoom(lkName).then(() => {
    answered = true;
  });
  await vi.advanceTimersByTimeAsync(milliseconds);
  return answered;
}

it("waits for nobody longer than a moment when LiveKit is slow, and asks it once for all", async () => {
  let answer = (): void => undefined;
  asked.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  expect(await isAnswered("slow", 299), "not before").toBe(false);
  const crowd = await Promise.all(Array.from({ length: 200 }, () => isAnswered("slow", 300)));
  expect(crowd.every(Boolean)).toBe(true);
  expect(asked).toHaveBeenCalledTimes(1);
  answer();
  expect(await isAnswered("slow", 0)).toBe(true);
  expect(asked).toHaveBeenCalledTimes(1);
});

it("says at once when LiveKit refuses, and forgets what it knew of its rooms", async () => {
  asked.mockResolvedValueOnce(undefined).mockRejectedValueOnce(refused()).mockResolvedValueOnce(undefined);
  await ensureRoom("first");
  await expect(ensureRoom("second")).rejects.toThrow(LiveKitUnavailable);
  await ensureRoom("first");
  expect(asked.mock.calls.map(([name]) => name)).toEqual(["first", "second", "first"]);
});

it("keeps what it knew of a LiveKit that is only slow, and asks again for the room that was not confirmed", async () => {
  asked.mockResolvedValueOnce(undefined).mockRejectedValueOnce(late()).mockResolvedValueOnce(undefined);
  await ensureRoom("kept");
  await ensureRoom("unsure");
  await ensureRoom("kept");
  await ensureRoom("unsure");
  expect(asked.mock.calls.map(([name]) => name)).toEqual(["kept", "unsure", "unsure"]);
});

it("names people their room with a token while LiveKit does not answer, and refuses when it is away", async () => {
  vi.useRealTimers();
  const { event } = await aLiveEvent({ guests: 1 });
  const { actor, tab } = await aGuest(event);
  const where = () => whereAmI(actor, { slug: event.slug, tab }, at(1));
  asked.mockRejectedValueOnce(refused());
  expect(await where()).toMatchObject({ ok: false, failure: { kind: "unavailable", reason: "livekit" } });
  asked.mockReturnValue(new Promise(() => undefined));
  const answer = await where();
  expect(answer).toMatchObject({ ok: true, value: { state: "room" } });
  expect(answer).toHaveProperty("value.target.token", expect.stringMatching(/^ey/));
});
