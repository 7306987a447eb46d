import { beforeEach, describe, expect, it } from "vitest";
import { LocalMedia } from "./local-media";
import { FIRST_CHOICE as choice, choiceOf } from "./media-view";
import { settle } from "./testing/fake-clock";
import { FakeMedia } from "./testing/fake-media";
import { FakeRoom } from "./testing/fake-room";

const all = { mic: true, cam: true, screen: true };
const nothing = { mic: false, cam: false, screen: false };
const main = (rights = all) => ({ room: { id: "main" }, rights });
const breakout = (id: string) => ({ room: { id }, rights: all });
let port: FakeMedia;
let media: LocalMedia;
let room: FakeRoom;

beforeEach(async () => {
  port = new FakeMedia();
  media = new LocalMedia(port, choice);
  room = new FakeRoom([]);
  await room.connect({ url: "", token: "main" }, true);
});

const enter = async () => {
  await media.setUp();
  await media.bind(room, main());
};

const another = async (token: string) => {
  const made = new FakeRoom([]);
  await made.connect({ url: "", token }, true);
  return made;
};
/** The devices that take in sound or pictures now. */
const recording = () =>
  port.made.filter((track) => track.enabled && track.readyState === "live").map(({ kind }) => kind);

describe("microphone and camera", () => {
  it("stops the camera when it is switched off and asks for it again on the click", async () => {
    await enter();
    const first = media.view.camTrack;
    await media.setCam(false);
    expect(first?.readyState).toBe("ended");
    await media.setCam(true);
    expect([port.calls, media.view.camTrack === first, room.published.get("cam")?.muted]).toEqual([
      2,
      false,
      false,
    ]);
  });

  it("mutes the microphone without letting go of it", async () => {
    await enter();
    await media.setMic(false);
    expect([media.view.micTrack?.readyState, media.view.micTrack?.enabled]).toEqual(["live", false]);
    expect(room.published.get("mic")?.muted).toBe(true);
  });

  it("asks only for the microphone when somebody who listens wants to speak", async () => {
    media.listenOnly();
    await media.bind(room, main());
    await media.setMic(true);
    expect([port.calls, port.made.map((track) => track.kind)]).toEqual([1, ["audio"]]);
  });

  it("replaces a device that is pulled out, keeping the mute state", async () => {
    await enter();
    port.made.find((track) => track.kind === "audio")?.unplug();
    await settle();
    expect([media.view.mic, media.view.micTrack?.readyState]).toEqual([true, "live"]);
    expect(room.published.get("mic")?.track).toBe(media.view.micTrack);
  });
});

describe("choosing a device", () => {
  it("tries it at once before the entry", async () => {
    await media.choose("mic", "headset");
    expect([media.view.mic, media.view.micTrack?.readyState]).toEqual([true, "live"]);
  });

  it("replaces what is on, and lets go of what it was", async () => {
    await enter();
    const former = media.view.micTrack;
    await media.choose("mic", "headset");
    expect([former?.readyState, room.published.get("mic")?.muted]).toEqual(["ended", false]);
    expect(room.published.get("mic")?.track).toBe(media.view.micTrack);
  });

  it("switches on nothing inside that is off; the next click takes the new device", async () => {
    await enter();
    await media.setMic(false);
    await media.setCam(false);
    await media.choose("mic", "headset");
    await media.choose("cam", "other");
    expect([media.view.mic, media.view.cam, recording()]).toEqual([false, false, []]);
    expect(room.published.get("mic")?.muted).toBe(true);
    await media.setMic(true);
    expect([media.view.micId, recording(), room.published.get("mic")?.muted]).toEqual([
      "headset",
      ["audio"],
      false,
    ]);
  });
});

it("publishes muted who switched off while the right to speak was on its way", async () => {
  let permit: () => void = () => undefined;
  room.permission = new Promise((resolve) => {
    permit = resolve;
  });
  await media.setUp();
  const entering = media.bind(room, main());
  await settle();
  const muting = media.setMic(false);
  permit();
  await Promise.all([entering, muting]);
  expect(room.firstMuted.get("mic")).toBe(true);
});

describe("who came without devices", () => {
  beforeEach(() => {
    port.granted = true;
    media.comeWithout();
  });

  it("is not asked for any and sends none, whatever right comes later", async () => {
    await media.restore();
    await media.bind(room, main());
    await media.restore();
    expect([port.calls, room.published.size]).toEqual([0, 0]);
  });

  it("has them again after a click", async () => {
    await media.bind(room, main());
    await media.setMic(true);
    expect([port.calls, recording(), media.camesWithout]).toEqual([1, ["audio"], false]);
  });
});

describe("devices that fail", () => {
  const unplug = (kind: "audio" | "video") => port.made.findLast((track) => track.kind === kind)?.unplug();

  it("replaces both when a headset with a camera is pulled out, and says so", async () => {
    let replaced = 0;
    media = new LocalMedia(port, choice, () => {
      replaced += 1;
    });
    await enter();
    unplug("audio");
    unplug("video");
    await settle();
    expect([media.view.micTrack?.readyState, media.view.camTrack?.readyState]).toEqual(["live", "live"]);
    expect([media.view.mic, media.view.cam, replaced]).toEqual([true, true, 2]);
  });

  it("„Erneut versuchen“ asks for what failed and leaves a muted microphone muted", async () => {
    await enter();
    await media.setMic(false);
    port.problem = "camera_busy";
    unplug("video");
    await settle();
    expect([media.view.problem, media.view.missing, media.view.cam]).toEqual(["camera_busy", ["cam"], false]);
    expect(room.published.get("cam")?.muted).toBe(true);
    port.problem = null;
    await media.wishes.retry();
    expect([media.view.problem, media.view.missing, media.view.cam]).toEqual([null, [], true]);
    expect([media.view.mic, room.published.get("mic")?.muted]).toEqual([false, true]);
  });

  it("still names the camera that failed when the microphone could be replaced", async () => {
    await enter();
    port.problem = "no_camera";
    unplug("video");
    await settle();
    port.problem = null;
    unplug("audio");
    await settle();
    expect([media.view.problem, media.view.missing]).toEqual(["no_camera", ["cam"]]);
    media.dismissProblem();
    expect(media.view.problem).toBeNull();
  });

  it("remembers what was wanted, so that another visit asks again", async () => {
    port.problem = "blocked_page";
    await media.setUp();
    expect([media.view.mic, media.view.cam]).toEqual([false, false]);
    expect(choiceOf(media.view)).toMatchObject({ mic: true, cam: true });
    media.listenOnly();
    expect(choiceOf(media.view)).toMatchObject({ mic: true, cam: true, listenOnly: true });
  });

  it("checks both devices for who had switched both off", async () => {
    media = new LocalMedia(port, { ...choice, mic: false, cam: false });
    await media.wishes.check();
    expect([media.view.mic, media.view.cam, port.calls]).toEqual([true, true, 1]);
  });

  it("lets go of devices that answer after the person went in to listen", async () => {
    const asking = media.setUp();
    media.listenOnly();
    await asking;
    expect(port.made.map((track) => track.readyState)).toEqual(["ended", "ended"]);
    expect([media.view.micTrack, media.view.busy]).toEqual([null, false]);
  });
});

describe("rights", () => {
  it("publishes nothing that is not allowed", async () => {
    await media.setUp();
    await media.bind(room, main(nothing));
    expect(room.published.size).toBe(0);
  });

  it("brings those who lose the word back muted and without camera", async () => {
    await enter();
    await media.allow(nothing);
    expect([media.view.mic, media.view.cam, media.view.camTrack]).toEqual([false, false, null]);
    await media.allow(all);
    expect(room.published.get("mic")?.muted).toBe(true);
  });

  it("turns nothing on for somebody who is asked to speak, though the browser has granted both", async () => {
    port.granted = true;
    await media.bind(room, main(nothing));
    await media.allow({ ...all, screen: false });
    await media.restore();
    expect([port.calls, media.view.micTrack, media.view.camTrack]).toEqual([0, null, null]);
    await media.setMic(true);
    expect(port.made.map((track) => track.kind)).toEqual(["audio"]);
    expect([room.published.get("mic")?.muted, room.published.has("cam")]).toEqual([false, false]);
  });

  it("keeps off what somebody brought back from a breakout and may use in the plenary only later", async () => {
    await media.setUp();
    await media.bind(room, breakout("one"));
    const plenary = await another("plenary");
    await media.carryTo(plenary, main(nothing));
    expect(recording(), "nobody listens").toEqual([]);
    await media.allow({ ...all, screen: false });
    expect([media.view.mic, media.view.cam, media.view.camTrack, recording()]).toEqual([
      false,
      false,
      null,
      [],
    ]);
    expect([plenary.published.get("mic")?.muted, plenary.published.has("cam")]).toEqual([true, false]);
    await media.setMic(true);
    expect([plenary.published.get("mic")?.muted, recording(), port.calls]).toEqual([false, ["audio"], 1]);
  });

  it("keeps it off too when the right came while the connection was lost", async () => {
    await media.setUp();
    await media.bind(room, breakout("one"));
    await media.carryTo(await another("plenary"), main(nothing));
    await media.release();
    const again = await another("again");
    await media.bind(again, main());
    expect([again.published.get("mic")?.muted, again.published.has("cam"), recording()]).toEqual([
      true,
      false,
      [],
    ]);
  });

  it("carries what was on and what was muted into a breakout, also past a plenary that only listens", async () => {
    await enter();
    await media.setMic(false);
    const one = await another("one");
    await media.carryTo(one, breakout("one"));
    expect([one.published.get("mic")?.muted, one.published.get("cam")?.muted]).toEqual([true, false]);
    await media.setMic(true);
    await media.carryTo(await another("plenary"), main(nothing));
    const two = await another("two");
    await media.carryTo(two, breakout("two"));
    expect([two.published.get("mic")?.muted, two.published.get("cam")?.muted]).toEqual([false, false]);
    expect([recording(), port.calls]).toEqual([["audio", "video"], 1]);
  });

  it("ends a shared screen with the right to share", async () => {
    await enter();
    await media.share(true);
    expect(room.published.has("screen")).toBe(true);
    await media.allow({ ...all, screen: false });
    expect([room.published.has("screen"), media.view.sharing]).toEqual([false, false]);
  });
});
