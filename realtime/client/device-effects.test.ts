import { beforeEach, describe, expect, it } from "vitest";
import { LocalMedia } from "./local-media";
import { FIRST_CHOICE } from "./media-view";
import { FakeMedia } from "./testing/fake-media";
import { FakeRoom } from "./testing/fake-room";

let port: FakeMedia;
let media: LocalMedia;
let room: FakeRoom;
const place = { room: { id: "main" }, rights: { mic: true, cam: true, screen: true } };

const begin = async (choice: Partial<typeof FIRST_CHOICE> = {}) => {
  media = new LocalMedia(port, { ...FIRST_CHOICE, ...choice });
  await media.setUp();
  await media.bind(room, place);
};
const behindMe = () => media.view.camTrack && (port.behind.get(media.view.camTrack) ?? "none");
/** Cameras that are on, with whatever stands behind the person. */
const lights = () =>
  port.made
    .filter(({ kind, readyState }) => kind === "video" && readyState === "live")
    .map(({ kind }) => kind);
const sent = () => room.published.get("cam")?.track;

beforeEach(async () => {
  port = new FakeMedia();
  room = new FakeRoom([]);
  await room.connect({ url: "", token: "main" }, true);
});

describe("a background", () => {
  it("stands behind the person in the room and in the preview, and goes again, with one request", async () => {
    await begin();
    await media.effects.setBackground("blur");
    expect([behindMe(), sent() === media.view.camTrack]).toEqual(["blur", true]);
    await media.effects.setBackground("shelf");
    expect([behindMe(), sent() === media.view.camTrack]).toEqual(["shelf", true]);
    await media.effects.setBackground("none");
    expect([behindMe(), sent() === media.view.camTrack, port.calls]).toEqual(["none", true, 1]);
  });

  it("of last time is there from the first picture on", async () => {
    await begin({ background: "blur" });
    expect([behindMe(), port.behind.size]).toEqual(["blur", 1]);
    expect(sent()).toBe(media.view.camTrack);
  });

  it("that cannot be had leaves the camera off, and says so", async () => {
    port.hasBackgrounds = false;
    await begin({ background: "blur" });
    expect([media.view.camTrack, media.view.cam, media.view.problem]).toEqual([null, false, "background"]);
    expect(port.made.filter(({ kind, readyState }) => kind === "video" && readyState === "live")).toEqual([]);
    expect(media.view.micTrack).not.toBeNull();
  });

  it("that fails while the camera runs changes nothing but the word about it", async () => {
    await begin();
    const before = media.view.camTrack;
    port.hasBackgrounds = false;
    await media.effects.setBackground("blur");
    expect([media.view.camTrack, media.view.background, media.view.problem]).toEqual([
      before,
      "none",
      "background",
    ]);
  });
});

describe("a camera that is switched off while its background is being drawn", () => {
  it("stays off, and nothing is said to have failed", async () => {
    await begin();
    const { promise, resolve: draw } = Promise.withResolvers<void>();
    port.drawing = promise;
    const changed = media.effects.setBackground("blur");
    await media.setCam(false);
    draw();
    await changed;
    const { camTrack, cam, background, problem } = media.view;
    expect({ camTrack, cam, background, problem }).toEqual({
      ...{ camTrack: null, cam: false, background: "blur", problem: null },
    });
    expect(lights()).toEqual([]);
    await media.setCam(true);
    expect([behindMe(), sent() === media.view.camTrack]).toEqual(["blur", true]);
  });

  it.each([
    ["and could be had", true],
    ["and could not be had", false],
  ])("stays off also when it was just being asked for, %s", async (_, had) => {
    port.hasBackgrounds = had;
    await begin({ cam: false, background: "blur" });
    const { promise, resolve: draw } = Promise.withResolvers<void>();
    port.drawing = promise;
    const on = media.setCam(true);
    await expect.poll(lights).toEqual(["video"]);
    await media.setCam(false);
    draw();
    await on;
    const { camTrack, cam, missing, problem } = media.view;
    expect({ camTrack, cam, missing, problem }).toEqual({
      ...{ camTrack: null, cam: false, missing: [], problem: null },
    });
  });
});

describe("noise", () => {
  it("is changed in the running microphone where the browser can", async () => {
    await begin();
    await media.effects.suppressNoise(false);
    expect([port.suppressed, port.calls, media.view.suppressesNoise]).toEqual([[false], 1, false]);
  });

  it("is asked for with another microphone where it cannot, as muted as before", async () => {
    port.changesNoise = false;
    await begin();
    const before = media.view.micTrack;
    await media.effects.suppressNoise(false);
    expect([port.calls, media.view.mic, media.view.micTrack === before]).toEqual([2, true, false]);
    await media.setMic(false);
    await media.effects.suppressNoise(true);
    expect([media.view.mic, port.calls]).toEqual([false, 2]);
  });
});
