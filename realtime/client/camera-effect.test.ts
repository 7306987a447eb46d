import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CameraEffect } from "./camera-effect";
import { settle } from "./testing/fake-clock";
import { FakeTrack } from "./testing/fake-media";

const asTrack = (track: FakeTrack) => track as Partial<MediaStreamTrack> as MediaStreamTrack;

/** The library in a world where the test decides when pictures are drawn. */
function processors({ works = true } = {}) {
  const shown = Object.assign(new FakeTrack("video"), { getSettings: () => ({}) });
  const made: { onFrameProcessed?: () => void; mode?: string }[] = [];
  const done: string[] = [];
  const processor = {
    processedTrack: asTrack(shown),
    init: async () => {
      if (!works) throw new Error("no WebGL");
    },
    destroy: async () => {
      done.push("destroy");
      processor.processedTrack.stop();
    },
    switchTo: async ({ mode }: { mode: string }) => void done.push(mode),
  };
  const BackgroundProcessor = (options: (typeof made)[number]) => {
    made.push(options);
    return processor;
  };
  const load = async () => ({ BackgroundProcessor, supportsBackgroundProcessors: () => true }) as never;
  return { effect: new CameraEffect(load), shown, done, draw: () => made.at(-1)?.onFrameProcessed?.() };
}

const camera = () => asTrack(Object.assign(new FakeTrack("video"), { getSettings: () => ({ width: 640 }) }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", { createElement: () => ({ play: async () => undefined }) });
  vi.stubGlobal("MediaStream", class {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("gives a camera out once a picture with a background is drawn, never with the first one, which is the room itself", async () => {
  const { effect, shown, draw } = processors();
  let given: MediaStreamTrack | null = null;
  const dressed = effect.dress(camera(), "blur").then((track) => {
    given = track;
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(given).toBe(null);
  draw();
  await dressed;
  expect(given).toBe(shown);
});

it("gives up when nothing is ever drawn, and tidies up", async () => {
  const { effect, done } = processors();
  const refused = expect(effect.dress(camera(), "blur")).rejects.toThrow("no picture in time");
  await vi.advanceTimersByTimeAsync(15_000);
  await refused;
  expect(done).toEqual(["destroy"]);
});

it("says so where the browser cannot", async () => {
  const { effect } = processors({ works: false });
  await expect(effect.dress(camera(), "shelf")).rejects.toThrow("no WebGL");
});

it("changes the background of the same track, and gives the camera itself back without one", async () => {
  const { effect, done, draw } = processors();
  const raw = camera();
  const begun = effect.dress(raw, "blur");
  await settle();
  draw();
  const shown = await begun;
  expect(await effect.dress(shown, "shelf")).toBe(shown);
  expect(await effect.dress(shown, "none")).toBe(raw);
  expect(done).toEqual(["virtual-background", "destroy"]);
  expect([raw.readyState, shown.readyState], "the camera goes on").toEqual(["live", "ended"]);
});

it("lets the light of the camera go out when what is shown is stopped, and ends with it", async () => {
  const { effect, draw } = processors();
  for (const stops of ["shown", "raw"] as const) {
    const raw = camera();
    const begun = effect.dress(raw, "blur");
    await settle();
    draw();
    const shown = await begun;
    const ended = vi.fn();
    shown.addEventListener("ended", ended);
    if (stops === "shown") shown.stop();
    else (raw as Partial<MediaStreamTrack> as FakeTrack).unplug();
    expect([raw.readyState, shown.readyState]).toEqual(["ended", "ended"]);
    expect(ended).toHaveBeenCalledTimes(stops === "raw" ? 1 : 0);
  }
});
