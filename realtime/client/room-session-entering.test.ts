import { beforeEach, expect, it } from "vitest";
import { settle } from "./testing/fake-clock";
import { fakeSession } from "./testing/fake-session";

let { clock, control, media, diary, rooms, failing, session, phase, click, enterMain } = fakeSession();

beforeEach(() => {
  ({ clock, control, media, diary, rooms, failing, session, phase, click, enterMain } = fakeSession());
});

it("waits in the lobby without asking for any device", async () => {
  session.open();
  await settle();
  expect([phase(), media.calls, rooms.length]).toEqual(["waiting", 0, 0]);
});

it("asks for both devices in one request and publishes both", async () => {
  await enterMain();
  expect([phase(), session.state.current?.room.id, media.calls]).toEqual(["live", "main", 1]);
  expect([...(rooms[0]?.published.keys() ?? [])]).toEqual(["mic", "cam"]);
});

it("receives who is there with the connection itself, unless there are many cameras", async () => {
  await enterMain();
  expect(diary[0]).toBe("main connect receiving");
  control.answer = { room: "hall", epoch: [2, 0], fewCameras: false };
  control.placementChanged();
  await settle();
  const inHall = diary.filter((line) => line.startsWith("hall"));
  expect(inHall.slice(0, 2)).toEqual(["hall connect", "hall receive"]);
});

it("shows who is there while the connection is still being made", async () => {
  await click();
  while (rooms.length === 0) await Promise.resolve();
  rooms[0]?.tell({ type: "changed" });
  expect([phase(), rooms[0]?.published.size, session.store.get().room.mayPublish]).toEqual([
    "joining",
    0,
    true,
  ]);
});

it("tries again with growing waits when the connection fails", async () => {
  failing.add("main");
  await click();
  await clock.pass(10_000);
  expect([phase(), session.state.attempt]).toEqual(["rejoining", 4]);
  failing.clear();
  await clock.pass(8000);
  expect([phase(), session.state.attempt]).toEqual(["live", 0]);
});

it("never asks viewers for devices", async () => {
  await enterMain(false);
  expect([phase(), media.calls]).toEqual(["live", 0]);
});

it("listens anew once the server knows the person, who has a channel of their own from then on", async () => {
  control.known = false;
  await enterMain();
  expect(control.listened).toBe(2);
  control.placementChanged();
  await clock.pass(1000);
  expect(control.listened).toBe(2);
});

it("asks once more when it listens anew, for what was signalled meanwhile", async () => {
  control.known = false;
  await enterMain();
  control.answer = { room: "three", epoch: [2, 0] };
  await clock.pass(1000);
  expect(session.state.current?.room.id).toBe("three");
});

it("enters without devices when the browser refuses them", async () => {
  media.problem = "blocked_page";
  await enterMain();
  const { problem, mic } = session.media.view;
  expect([phase(), problem, mic]).toEqual(["live", "blocked_page", false]);
});

it("asks again by itself after a reload in which the lease was lost", async () => {
  const reloaded = fakeSession({ entered: true });
  reloaded.session.open();
  await settle();
  expect(reloaded.control.posted).toContain("join");
});
