import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { roomService } from "@/lib/livekit/room-service";
import { decode, gesture } from "./protocol";
import { flushReactions, react } from "./reactions";

const sent: { room: string; counts: unknown }[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  vi.spyOn(roomService, "sendToAll").mockImplementation(async (room, topic, text) => {
    expect(topic).toBe("gesture.v1");
    expect(text.length).toBeLessThan(200);
    sent.push({ room, counts: decode(gesture, text)?.counts });
  });
});
afterEach(() => {
  flushReactions();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("sends a room one packet a second, whatever comes, and none when nothing does", () => {
  const room = "lk-clapping";
  for (let clap = 0; clap < 300; clap++) react(room, "clap");
  react(room, "heart");
  vi.advanceTimersByTime(200);
  expect(sent).toEqual([{ room, counts: { clap: 300, heart: 1 } }]);
  react(room, "laugh");
  vi.advanceTimersByTime(900);
  expect(sent, "too soon for another").toHaveLength(1);
  react(room, "laugh");
  vi.advanceTimersByTime(200);
  expect(sent.slice(1)).toEqual([{ room, counts: { laugh: 2 } }]);
  vi.advanceTimersByTime(10_000);
  expect(sent).toHaveLength(2);
});

it("keeps rooms apart", () => {
  react("lk-one", "clap");
  react("lk-two", "heart");
  vi.advanceTimersByTime(200);
  expect(sent).toEqual([
    { room: "lk-one", counts: { clap: 1 } },
    { room: "lk-two", counts: { heart: 1 } },
  ]);
});

it("a packet with all six kinds from a full house still fits", () => {
  const kinds = ["clap", "heart", "thumbs_up", "laugh", "surprise", "celebrate"] as const;
  for (const kind of kinds) for (let count = 0; count < 99_999; count += 1) react("lk-full", kind);
  vi.advanceTimersByTime(200);
  expect(sent).toHaveLength(1);
});
