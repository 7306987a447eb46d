import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { LiveKitUnavailable, roomService } from "@/lib/livekit/room-service";
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
