import { expect, it } from "vitest";
import { firstView, NO_ROOM } from "./room-view";
import { SpeakingMeter } from "./speaking-meter";
import { Store } from "./store";
import { FakeClock } from "./testing/fake-clock";

const ada = {
  ...{ id: "adm_ada", name: "Ada", own: true, joinedAt: 0, micMuted: false, hasMic: true },
  ...{ camera: null, screen: null, voices: [], quality: "good" as const },
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
