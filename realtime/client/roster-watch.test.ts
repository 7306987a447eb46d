import { beforeEach, expect, it } from "vitest";
import type { RoomRole } from "@/domain/rooms/schema";
import { NOTHING } from "./document-lists";
import { firstView } from "./room-view";
import { missingFrom, RosterWatch } from "./roster-watch";
import { FakeClock, settle } from "./testing/fake-clock";
import { answerOf, targetOf } from "./testing/fake-control";
import { fakeSession } from "./testing/fake-session";

let clock: FakeClock;
let missing: readonly string[] | null;
let done: string[];
let sharing: boolean;
let watch: RosterWatch;

beforeEach(() => {
  clock = new FakeClock();
  missing = [];
  done = [];
  sharing = false;
  watch = new RosterWatch({
    clock,
    missing: () => missing,
    subscribeAgain: () => done.push("subscribe again"),
    mayRejoin: () => !sharing,
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
  await clock.pass(60_000);
  expect(done.filter((what) => what === "rejoin")).toHaveLength(2);
});

it("comes back ever more seldom, whoever makes the gaps", async () => {
  const rejoins: number[] = [];
  for (let second = 0; second < 3600; second += 1) {
    see([`TR_${Math.floor(second / 20)}`]);
    await clock.pass(1000);
    if (done.includes("rejoin")) rejoins.push(second);
    done.length = 0;
  }
  const pauses = rejoins.slice(1).map((second, index) => second - (rejoins[index] ?? 0));
  expect(pauses.length).toBeGreaterThan(3);
  pauses.forEach((pause, index) => {
    expect(pause).toBeGreaterThanOrEqual(Math.min(60 * 2 ** index, 900));
  });
});

it("leaves a connection alone that carries a shared screen, until the screen is no longer shared", async () => {
  sharing = true;
  see(["adm_a"]);
  await clock.pass(60_000);
  expect(done).not.toContain("rejoin");
  sharing = false;
  await clock.pass(12_000);
  expect(done.filter((what) => what === "rejoin")).toHaveLength(1);
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

const here = (admissionId: string, role: RoomRole = "participant") => ({
  admissionId,
  name: admissionId,
  organisation: "",
  role,
  roomId: "main",
  present: true,
  silenced: false,
  isSpotlit: false,
});

it("brings a room page that LiveKit left without a person into the same room again, once", async () => {
  const { clock: time, control, diary, session, phase, enterMain } = fakeSession();
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

it("ends with the room page: what LiveKit still tells opens nothing again", async () => {
  const { clock: time, control, diary, rooms, session, enterMain } = fakeSession();
  control.lists = { people: { people: [here("adm_lost")], audience: 2 } };
  await enterMain();
  session.close();
  await settle();
  diary.length = 0;
  const { listened, read, posted } = control;
  const before = [listened, read.length, posted.length];
  rooms.at(-1)?.tell({ type: "changed" });
  rooms.at(-1)?.tell({ type: "disconnected", cause: "lost" });
  await time.pass(60_000);
  expect(diary).toEqual([]);
  expect([control.listened, control.read.length, control.posted.length]).toEqual(before);
});

const roles = ["host", "cohost", "speaker", "participant", "unproven"] as const;
const onStage = ["host", "cohost", "speaker"];

it.each([
  ["stage", {}, onStage],
  ["forum", {}, onStage],
  ["roundtable", {}, [...onStage, "participant"]],
  ["roundtable", { frozen: true }, onStage],
  ["roundtable", { audience: 51 }, []],
  ["stage", { room: "three" }, [...roles]],
] as const)("expects in a %s (%o) whom LiveKit always shows", (mode, setting, expected) => {
  const { frozen, audience, room } = { frozen: false, audience: 5, room: "main", ...setting };
  const said = answerOf({ room, epoch: [1, 0] }, new Date(0).toISOString());
  const answer = { ...said, session: { ...said.session, mode, frozen } };
  const current = targetOf(room, [1, 0]);
  const people = roles.map((role) => ({ ...here(role, role), roomId: room, isSpotlit: false }));
  const connection = { ...firstView.connection, phase: "live" as const, current, answer };
  expect(missingFrom({ ...firstView, connection }, { ...NOTHING, people, audience, watching: 0 })).toEqual(
    expected,
  );
});
