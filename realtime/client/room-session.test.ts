import { beforeEach, describe, expect, it } from "vitest";
import { settle } from "./testing/fake-clock";
import { fakeSession } from "./testing/fake-session";

let { clock, control, media, diary, rooms, failing, session, phase, enterMain: enter } = fakeSession();

beforeEach(() => {
  ({ clock, control, media, diary, rooms, failing, session, phase, enterMain: enter } = fakeSession());
});

const here = () => session.state.current?.room.id;
const named = (name: string) => rooms.filter((room) => room.name === name).at(-1);

async function enterMain() {
  await enter();
  diary.length = 0;
}

const announce = (inMs: number) => {
  control.answer = { room: "main", epoch: [2, 0], next: { room: "three", at: clock.now() + inMs } };
  control.placementChanged();
};

/** What the server says once the time has come. */
const arriveAtServer = (at: number) => {
  control.answer = { room: "three", epoch: [2, at] };
};

describe("the warm switch", () => {
  it("prepares the next room in silence and moves the same tracks at the appointed time", async () => {
    await enterMain();
    const [mic] = media.made;
    announce(20_000);
    await clock.pass(19_000);
    expect(diary).toEqual(["three connect"]);
    arriveAtServer(clock.now() + 1000);
    await clock.pass(1000);
    expect([phase(), here(), media.calls]).toEqual(["live", "three", 1]);
    expect(diary).toEqual([
      "three connect",
      "three receive",
      "main unpublish mic",
      "three publish mic on",
      "main unpublish cam",
      "three publish cam on",
      "main disconnect",
    ]);
    expect(named("three")?.published.get("mic")?.track).toBe(mic);
    expect(mic?.readyState).toBe("live");
  });

  it("keeps who was muted muted", async () => {
    await enterMain();
    await session.media.setMic(false);
    announce(20_000);
    await clock.pass(19_500);
    arriveAtServer(clock.now() + 500);
    await clock.pass(500);
    expect(named("three")?.published.get("mic")?.muted).toBe(true);
    expect(session.media.view.mic).toBe(false);
  });

  it("goes the cold way when the next room could not be prepared", async () => {
    await enterMain();
    failing.add("three");
    announce(20_000);
    await clock.pass(19_500);
    failing.clear();
    arriveAtServer(clock.now() + 500);
    await clock.pass(500);
    expect([phase(), here()]).toEqual(["live", "three"]);
    expect(diary.at(0)).toBe("three connect");
    expect(diary.indexOf("main disconnect")).toBeLessThan(diary.indexOf("three connect receiving"));
  });

  it("is never in two rooms with the same track", async () => {
    await enterMain();
    announce(15_000);
    await clock.pass(14_900);
    arriveAtServer(clock.now() + 100);
    await clock.pass(3000);
    const holders = rooms.filter((room) => room.alive && room.published.has("mic"));
    expect(holders.map((room) => room.name)).toEqual(["three"]);
  });

  it("stays when the person says „Noch nicht“, and goes on their click", async () => {
    await enterMain();
    announce(15_000);
    await clock.pass(14_000);
    session.decline();
    arriveAtServer(clock.now() + 1000);
    await clock.pass(5000);
    expect(here()).toBe("main");
    expect(control.posted).toContain("rounds/rnd_three/decline {}");
    session.moveOn();
    await clock.pass(100);
    expect(here()).toBe("three");
  });

  it("stops a shared screen and says so", async () => {
    await enterMain();
    await session.media.share(true);
    announce(15_000);
    await clock.pass(14_900);
    arriveAtServer(clock.now() + 100);
    await clock.pass(500);
    expect(session.media.view.sharing).toBe(false);
    expect(session.store.get().notice?.kind).toBe("share_stopped");
  });

  it("reports its arrival with the new epoch", async () => {
    await enterMain();
    announce(15_000);
    const at = clock.now() + 15_000;
    await clock.pass(14_900);
    arriveAtServer(at);
    await clock.pass(500);
    expect(control.posted).toContain(`arrived ${JSON.stringify({ epoch: [2, at] })}`);
  });
});

describe("answers of the server", () => {
  it("ignores a lower epoch and asks again", async () => {
    await enterMain();
    control.answer = { room: "three", epoch: [5, 0] };
    control.placementChanged();
    await clock.pass(100);
    expect(here()).toBe("three");
    control.answer = { room: "main", epoch: [4, 9] };
    control.placementChanged();
    await clock.pass(200);
    expect(here()).toBe("three");
    control.answer = { room: "main", epoch: [6, 0] };
    await clock.pass(3000);
    expect(here()).toBe("main");
  });

  it("lets go of everything when somebody is removed", async () => {
    await enterMain();
    control.answer = "removed";
    named("main")?.tell({ type: "disconnected", cause: "moved" });
    await settle();
    expect([phase(), rooms.some((room) => room.alive)]).toEqual(["removed", false]);
  });

  it("takes a mute by a host as the person's own state", async () => {
    await enterMain();
    named("main")?.tell({ type: "muted_by_host", kind: "mic" });
    expect([session.media.view.mic, session.store.get().notice?.kind]).toEqual([false, "muted_by_host"]);
  });
});

describe("lost connections", () => {
  it("comes back by itself with the same tracks and the same mute state", async () => {
    await enterMain();
    await session.media.setMic(false);
    control.answer = "down";
    named("main")?.tell({ type: "disconnected", cause: "lost" });
    await clock.pass(20_000);
    expect(phase()).toBe("rejoining");
    control.answer = { room: "main", epoch: [1, 0] };
    await clock.pass(8000);
    expect([phase(), media.calls, named("main")?.published.get("mic")?.muted]).toEqual(["live", 1, true]);
  });

  it("reads its lists again after the library's own reconnect, which tells nothing of what was missed", async () => {
    control.lists = { chat: { messages: [] } };
    await enterMain();
    named("main")?.tell({ type: "reconnected" });
    await clock.pass(1000);
    expect(control.read.filter((path) => path === "chat")).toHaveLength(2);
  });

  it("tries at once when the network is back", async () => {
    await enterMain();
    control.answer = "down";
    named("main")?.tell({ type: "disconnected", cause: "lost" });
    await clock.pass(20_000);
    control.answer = { room: "main", epoch: [1, 0] };
    session.nudge();
    await settle();
    expect(phase()).toBe("live");
  });

  it("holds still when another device takes over, until the person clicks", async () => {
    await enterMain();
    control.answer = "elsewhere";
    named("main")?.tell({ type: "disconnected", cause: "duplicate" });
    await settle();
    control.answer = { room: "main", epoch: [1, 0] };
    session.nudge();
    await clock.pass(60_000);
    expect(phase()).toBe("held");
    expect(media.made.map(({ readyState }) => readyState)).toEqual(["ended", "ended"]);
    await session.takeOver();
    await settle();
    expect([phase(), control.posted.includes("take over"), media.calls]).toEqual(["live", true, 2]);
  });

  it("gives up a connection that was overtaken by another move", async () => {
    await enterMain();
    control.answer = { room: "three", epoch: [3, 0] };
    control.placementChanged();
    control.answer = { room: "four", epoch: [4, 0] };
    control.placementChanged();
    await clock.pass(3000);
    expect([phase(), here()]).toEqual(["live", "four"]);
    expect(rooms.filter((room) => room.alive).map((room) => room.name)).toEqual(["four"]);
  });
});

it("leaves with all devices released", async () => {
  await enterMain();
  session.leave();
  await settle();
  expect(media.made.filter((track) => track.readyState === "live")).toEqual([]);
  expect(rooms.filter((room) => room.alive)).toEqual([]);
});
