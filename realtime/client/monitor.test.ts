import { expect, it } from "vitest";
import { Monitor } from "./monitor";
import { FakeClock, settle } from "./testing/fake-clock";
import { FakeControl } from "./testing/fake-control";
import { type Diary, FakeRoom } from "./testing/fake-room";

/** A server that lets this person look at the stage, and every connection that was made. */
function world(failing: ReadonlySet<string> = new Set()) {
  const clock = new FakeClock();
  const control = new FakeControl(clock);
  const diary: Diary = [];
  const rooms: FakeRoom[] = [];
  const target = { url: "ws://x", token: "stage" };
  const allow = (is: boolean) => {
    control.lists = { monitor: { target: is ? target : null } };
  };
  allow(true);
  const makeRoom = () => {
    const room = new FakeRoom(diary, failing);
    rooms.push(room);
    return room;
  };
  const monitor = new Monitor({ control, clock, makeRoom });
  return { monitor, clock, control, diary, rooms, allow };
}

it("sees and hears the stage from the first moment on, once however often it is asked to", async () => {
  const { monitor, diary, rooms } = world();
  monitor.watch();
  monitor.watch();
  await settle();
  expect([diary, monitor.store.get().phase, rooms]).toMatchObject([
    ["stage connect receiving"],
    "on",
    { length: 1 },
  ]);
});

it("lets go on the way onto the stage, also of what was on its way", async () => {
  const { monitor, diary, clock } = world();
  monitor.watch();
  monitor.stop();
  await settle();
  expect(diary).toEqual([]);
  monitor.watch();
  await settle();
  monitor.stop();
  await clock.pass(60_000);
  expect([diary, monitor.store.get().phase]).toEqual([
    ["stage connect receiving", "stage disconnect"],
    "off",
  ]);
});

it("asks again where it lost the stage, and shows nobody meanwhile", async () => {
  const { monitor, clock, rooms, allow } = world();
  monitor.watch();
  await settle();
  const [first] = rooms;
  if (!first) throw new Error("it is connected");
  first.alive = false;
  allow(false);
  await clock.pass(5_000);
  expect(monitor.store.get()).toEqual({ phase: "looking", people: [], speakers: [] });
  allow(true);
  await clock.pass(5_000);
  expect([rooms.length, monitor.store.get().phase]).toEqual([2, "on"]);
});

it("asks again where LiveKit refuses, and opens nothing twice", async () => {
  const { monitor, clock, diary } = world(new Set(["stage"]));
  monitor.watch();
  await clock.pass(5_000);
  expect([diary, monitor.store.get().phase]).toEqual([
    ["stage connect receiving", "stage connect receiving"],
    "looking",
  ]);
});
