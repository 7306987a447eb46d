import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { accessToken } from "./access-token";
import { roomService } from "./room-service";
import { connect, disconnectAll } from "./testing/bot";

let name = "";
beforeEach(async () => {
  name = `clocks-${process.pid}-${Date.now()}`;
  await roomService.ensureRoom(name);
  return () => roomService.deleteRoom(name);
});
afterAll(disconnectAll);

/** A token of an app whose clock is so many seconds ahead of LiveKit's. */
async function tokenOfAppAhead(seconds: number): Promise<string> {
  vi.useFakeTimers({ now: Date.now() + seconds * 1000, toFake: ["Date"] });
  try {
    const rights = { mic: false, cam: false, screen: false, data: false, hidden: false };
    return await accessToken({ identity: `ahead-${seconds}`, name: "", room: name, rights });
  } finally {
    vi.useRealTimers();
  }
}

test.each([-120, -50, 50])(
  "R13: an app whose clock is %i s ahead of LiveKit's lets people in",
  async (seconds) => {
    const room = await connect(await tokenOfAppAhead(seconds));
    expect(room.name).toBe(name);
  },
);

// Behind by four minutes, a token of three is over before it is issued, LiveKit's own minute of grace included.
test.each([-300, 120])(
  "R13: %i s ahead is refused at the door, and nobody gets in halfway",
  async (seconds) => {
    await expect(connect(await tokenOfAppAhead(seconds))).rejects.toThrow();
    expect(await roomService.listParticipants(name)).toEqual([]);
  },
);
