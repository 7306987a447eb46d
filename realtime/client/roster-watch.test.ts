import { beforeEach, expect, it } from "vitest";
import { RosterWatch } from "./roster-watch";
import { FakeClock } from "./testing/fake-clock";
import { fakeSession } from "./testing/fake-session";

let clock: FakeClock;
let missing: readonly string[] | null;
let done: string[];
let watch: RosterWatch;

beforeEach(() => {
  clock = new FakeClock();
  missing = [];
  done = [];
  watch = new RosterWatch({
    clock,
    missing: () => missing,
    subscribeAgain: () => done.push("subscribe again"),
    rejoin: () => done.push("rejoin"),
  });
});

const see = (now: readonly string[] | null) => {
  missing = now;
  watch.check();
};

it("does nothing while everything comes within three seconds, however much is on its way", async () => {
  for (let track = 0; track < 20; track += 1) {
    see([`TR_${track}`, `TR_${track + 1}`]);
    await clock.pass(1400);
  }
  see([]);
  await clock.pass(60_000);
  expect(done).toEqual([]);
});

it("asks for a track again after three seconds, and is content when it comes then", async () => {
  see(["TR_a"]);
  await clock.pass(2999);
  expect(done).toEqual([]);
  await clock.pass(1);
  expect(done).toEqual(["subscribe again"]);
  see([]);
  await clock.pass(60_000);
  expect(done).toEqual(["subscribe again"]);
});

it("makes one new connection for what is missing for 12 to 18 s, and no second one", async () => {
  see(["adm_a", "TR_b"]);
  await clock.pass(14_999);
  expect(done).toEqual(["subscribe again"]);
  await clock.pass(1);
  expect(done).toEqual(["subscribe again", "rejoin"]);
  see(null);
  await clock.pass(3000);
  see(["adm_a"]);
  await clock.pass(60_000);
  expect(done).toEqual(["subscribe again", "rejoin"]);
});

it("makes another one for somebody who was there meanwhile, or who is missing anew", async () => {
  see(["adm_a"]);
  await clock.pass(15_000);
  see([]);
  see(["adm_a"]);
  await clock.pass(15_000);
  expect(done.filter((what) => what === "rejoin")).toHaveLength(2);
});

it("begins to count when the connection stands", async () => {
  see(["adm_a"]);
  await clock.pass(2000);
  see(null);
  await clock.pass(60_000);
  see(["adm_a"]);
  await clock.pass(2999);
  expect(done).toEqual([]);
});

it("brings a room page that LiveKit left without a person into the same room again, once", async () => {
  const { clock: time, control, diary, session, phase, enterMain } = fakeSession();
  const here = (admissionId: string) => ({
    admissionId,
    name: admissionId,
    organisation: "",
    role: "participant",
    roomId: "main",
    present: true,
    silenced: false,
  });
  control.lists = { people: { people: [here("adm_lost")], audience: 2 } };
  await enterMain();
  expect(phase()).toBe("live");
  diary.length = 0;
  await time.pass(20_000);
  expect(diary.filter((line) => line.startsWith("main connect"))).toHaveLength(1);
  expect(diary).toContain("main subscribe again");
  expect(phase()).toBe("live");
  await time.pass(120_000);
  expect(diary.filter((line) => line.startsWith("main connect"))).toHaveLength(1);
  session.close();
});
