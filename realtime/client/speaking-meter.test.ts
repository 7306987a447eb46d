import { expect, it } from "vitest";
import { firstView, NO_ROOM } from "./room-view";
import { SpeakingMeter } from "./speaking-meter";
import { Store } from "./store";
import { FakeClock } from "./testing/fake-clock";

const ada = {
  ...{ id: "adm_ada", name: "Ada", own: true, joinedAt: 0, micMuted: false, hasMic: true },
  ...{ camera: null, screen: null, voices: [], quality: "unknown" as const },
};

it("counts the own voice alone, also while it goes on, and begins anew once it was told", async () => {
  const clock = new FakeClock();
  const view = new Store({ ...firstView });
  const meter = new SpeakingMeter(view, () => clock.now());
  const speak = (...speakers: string[]) => view.set({ room: { ...NO_ROOM, people: [ada], speakers } });
  speak("adm_ben");
  await clock.pass(5_000);
  expect(meter.take()).toEqual({});
  speak("adm_ada", "adm_ben");
  await clock.pass(3_000);
  speak("adm_ben");
  await clock.pass(4_000);
  speak("adm_ada");
  await clock.pass(2_000);
  expect(meter.take()).toEqual({ spoke: 5_000 });
  await clock.pass(1_500);
  expect(meter.take()).toEqual({ spoke: 1_500 });
});

it("says what the own connection is like, and nothing while that is not known", () => {
  const view = new Store({ ...firstView });
  const meter = new SpeakingMeter(view, () => 0);
  const ben = { ...ada, id: "adm_ben", own: false, quality: "lost" as const };
  const measured = (quality: "good" | "poor" | "lost" | "unknown") =>
    view.set({ room: { ...NO_ROOM, people: [ben, { ...ada, quality }] } });
  expect(meter.take()).toEqual({});
  measured("unknown");
  expect(meter.take()).toEqual({});
  measured("poor");
  expect(meter.take()).toEqual({ line: "poor" });
});
