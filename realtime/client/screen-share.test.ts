import { expect, it } from "vitest";
import { ScreenShare } from "./screen-share";
import { SerialQueue } from "./serial-queue";
import { FakeMedia } from "./testing/fake-media";
import { type Diary, FakeRoom } from "./testing/fake-room";

/** Somebody in a room who may share, with or without a browser that gives the sound along. */
async function somebody({ sound = true, allowed = true } = {}) {
  const port = new FakeMedia();
  port.screenHasSound = sound;
  const diary: Diary = [];
  const room = new FakeRoom(diary);
  await room.connect({ url: "", token: "A" }, true);
  diary.length = 0;
  const told: boolean[] = [];
  const share = new ScreenShare({
    port,
    queue: new SerialQueue(),
    room: () => room,
    isAllowed: () => allowed,
    onSharing: (sharing) => told.push(sharing),
  });
  const live = () => port.made.filter(({ readyState }) => readyState === "live").map(({ kind }) => kind);
  return { share, port, room, diary, told, live };
}

it("sends the picture and then its sound, and takes both back", async () => {
  const { share, diary, told, live } = await somebody();
  await share.start();
  expect(diary).toEqual(["A publish screen on", "A publish screen_sound on"]);
  await share.stop();
  expect(diary.slice(2)).toEqual(["A unpublish screen_sound", "A unpublish screen"]);
  expect([told.at(-1), live()]).toEqual([false, []]);
});

it("sends the picture alone where the browser gives no sound", async () => {
  const { share, diary, live } = await somebody({ sound: false });
  await share.start();
  expect([diary, live()]).toEqual([["A publish screen on"], ["video"]]);
});

it("ends with both when the browser's own button ends the picture", async () => {
  const { share, port, room, live } = await somebody();
  await share.start();
  port.made.find(({ kind }) => kind === "video")?.unplug();
  await expect.poll(() => [...room.published.keys()]).toEqual([]);
  expect(live()).toEqual([]);
});

it("lets a screen go that came when it was no longer allowed", async () => {
  const { share, diary, live } = await somebody({ allowed: false });
  await share.start();
  expect([diary, live()]).toEqual([[], []]);
});

it("sends no sound to whoever stopped while the picture was on its way", async () => {
  const { share, room, diary, live } = await somebody();
  const { promise, resolve: allow } = Promise.withResolvers<void>();
  room.permission = promise;
  const started = share.start();
  await expect.poll(() => live()).toEqual(["video", "audio"]);
  const stopped = share.stop();
  allow();
  await Promise.all([started, stopped]);
  expect(diary).toEqual(["A publish screen on", "A unpublish screen"]);
  expect(live()).toEqual([]);
});

it("takes the next screen in place of the one before, whose late end changes nothing", async () => {
  const { share, port, room, told } = await somebody({ sound: false });
  await share.start();
  await share.start();
  const [first] = port.made;
  first?.dispatchEvent(new Event("ended"));
  expect([first?.readyState, room.published.size, told.at(-1)]).toEqual(["ended", 1, true]);
});
