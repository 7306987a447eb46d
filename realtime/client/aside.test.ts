import { describe, expect, it } from "vitest";
import { Aside } from "./aside";
import type { ControlPort, Reply } from "./ports";
import { FakeClock, settle } from "./testing/fake-clock";
import { type Diary, FakeRoom } from "./testing/fake-room";

const NOTICE_MS = 3_000;

/** A server that tells a room for three seconds before it gives a token, as the real one does. */
function world({ refuses }: { refuses?: string } = {}) {
  const clock = new FakeClock();
  const diary: Diary = [];
  const posts: object[] = [];
  let given: { kind: "listen" | "speak"; rooms: string[]; from: number } | null = null;
  const answer = (): Reply<unknown> => {
    const at = (ms: number) => new Date(ms).toISOString();
    const isGiven = given !== null && clock.now() >= given.from;
    const targets = isGiven ? given?.rooms.map((roomId) => ({ roomId, url: "ws://x", token: roomId })) : [];
    const aside = given && {
      ...{ kind: given.kind, roundId: "rnd_a", roomId: null, soundFrom: at(given.from), targets },
    };
    return { ok: true, value: { serverNow: at(clock.now()), aside } };
  };
  const post = async (_path: string, body: object = {}): Promise<Reply<unknown>> => {
    posts.push(body);
    if (refuses) return { ok: false, refusal: { kind: "conflict", reason: refuses } };
    if ("roomId" in body && typeof body.roomId === "string")
      given = { kind: "listen", rooms: [body.roomId], from: clock.now() + NOTICE_MS };
    else if ("roundId" in body && body.roundId) given = { kind: "speak", rooms: ["r1", "r2"], from: 0 };
    else given = null;
    return { ok: true, value: {} };
  };
  const control: Pick<ControlPort, "post" | "get"> = { post, get: async () => answer() };
  const voices: { stopped: boolean }[] = [];
  const mic = {
    clone: () => {
      const voice = { stopped: false, stop: () => Object.assign(voice, { stopped: true }) };
      voices.push(voice);
      return voice;
    },
  } as unknown as MediaStreamTrack;
  const aside = new Aside({
    control: control as ControlPort,
    clock,
    makeRoom: () => new FakeRoom(diary),
    mic: () => mic,
  });
  const end = () => {
    given = null;
  };
  return { aside, clock, diary, posts, voices, end };
}

describe("listening in", () => {
  it("connects only once the room has been told, and hears from then on", async () => {
    const { aside, clock, diary } = world();
    expect(await aside.listen("r1")).toBeNull();
    await clock.pass(NOTICE_MS - 1);
    expect([diary, aside.store.get().phase]).toEqual([[], "told"]);
    await clock.pass(500);
    await settle();
    expect([diary, aside.store.get().phase]).toEqual([["r1 connect receiving"], "on"]);
  });

  it("stops when the server no longer allows it, such as when only two are left", async () => {
    const { aside, clock, diary, end } = world();
    await aside.listen("r1");
    await clock.pass(4_000);
    end();
    await clock.pass(6_000);
    await settle();
    expect(diary).toEqual(["r1 connect receiving", "r1 disconnect"]);
    expect(aside.store.get()).toMatchObject({ of: "r1", phase: "over" });
    await aside.stop();
    expect(aside.store.get()).toMatchObject({ kind: null, phase: "off" });
  });

  it("stopped while the room is being told, never connects", async () => {
    const { aside, clock, diary, posts } = world();
    await aside.listen("r1");
    await aside.stop();
    await clock.pass(10_000);
    expect(diary).toEqual([]);
    expect(posts.at(-1)).toEqual({ action: "listen", roomId: null });
  });

  it("says why it was refused, and shows nothing", async () => {
    const { aside } = world({ refuses: "only_two" });
    expect(await aside.listen("r1")).toBe("only_two");
    expect(aside.store.get().kind).toBeNull();
  });
});

describe("speaking to all rooms", () => {
  it("is heard in each of them, hears none, and leaves the own microphone alone", async () => {
    const { aside, clock, diary, voices } = world();
    expect(await aside.speak("rnd_a")).toBeNull();
    await clock.pass(0);
    await settle();
    expect(diary.toSorted()).toEqual(
      ["r1 connect", "r1 publish mic on", "r2 connect", "r2 publish mic on"].toSorted(),
    );
    expect(aside.store.get()).toMatchObject({ phase: "on", reached: 2, rooms: 2 });
    await aside.stop();
    expect(voices).toMatchObject([{ stopped: true }, { stopped: true }]);
  });
});
