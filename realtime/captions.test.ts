import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { roomService } from "@/lib/livekit/room-service";
import { caption, flushCaptions } from "./captions";
import { captionsSaid, decode } from "./protocol";

const sent: { room: string; said: string[]; bytes: number }[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  vi.spyOn(roomService, "sendReliably").mockImplementation(async (room, topic, text) => {
    expect(topic).toBe("caption.v1");
    const packet = decode(captionsSaid, text);
    const said = (packet?.said ?? []).flatMap(({ by, lines }) => lines.map((line) => `${by}: ${line.text}`));
    sent.push({ room, said, bytes: new TextEncoder().encode(text).length });
  });
});
afterEach(() => {
  flushCaptions();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const line = (rev: number, text: string, id = "line-one") => ({ id, rev, text, done: false });
const by = (who: string, ...lines: ReturnType<typeof line>[]) => ({
  ...{ by: who, name: who, kind: "own" as const, language: null, lines },
});

it("sends the first letter at once, and then the newest state three times a second", () => {
  const room = "lk-typing";
  caption(room, by("adm_ada", line(0, "H")));
  vi.advanceTimersByTime(0);
  for (const [index, text] of ["Ha", "Hal", "Hallo"].entries())
    caption(room, by("adm_ada", line(index + 1, text)));
  vi.advanceTimersByTime(299);
  expect(sent.map(({ said }) => said)).toEqual([["adm_ada: H"]]);
  vi.advanceTimersByTime(1);
  expect(sent.at(-1)?.said).toEqual(["adm_ada: Hallo"]);
  vi.advanceTimersByTime(10_000);
  expect(sent).toHaveLength(2);
});

it("keeps rooms apart, loses no line of one writer, and lets no older state win", () => {
  caption("lk-one", by("adm_ada", line(3, "Neu")));
  caption("lk-one", by("adm_ada", line(2, "Alt"), line(0, "Weiter", "line-two")));
  caption("lk-two", by("adm_ben", line(0, "Anderswo")));
  vi.advanceTimersByTime(300);
  expect(sent.map(({ room, said }) => [room, said])).toEqual([
    ["lk-one", ["adm_ada: Neu", "adm_ada: Weiter"]],
    ["lk-two", ["adm_ben: Anderswo"]],
  ]);
});

it("S59: a room full of people who all write in large letters stays within what LiveKit carries, and each has a turn", () => {
  const people = Array.from({ length: 10 }, (_, index) => `adm_person${index}`);
  for (const who of people)
    caption("lk-full", by(who, ...[0, 1].map((number) => line(0, "漢".repeat(160), `line-no-${number}`))));
  vi.advanceTimersByTime(1_000);
  expect(Math.max(...sent.map(({ bytes }) => bytes))).toBeLessThan(15_000);
  const heard = new Set(sent.flatMap(({ said }) => said.map((one) => one.split(":")[0])));
  expect([...heard].sort()).toEqual(people);
});
