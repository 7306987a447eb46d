import { beforeEach, expect, it } from "vitest";
import type { CaptionLine } from "@/domain/interaction/schema/captions";
import type { Reply } from "../ports";
import { FakeClock } from "../testing/fake-clock";
import { CaptionSender } from "./sender";

let clock: FakeClock;
let posted: string[][];
let reply: Reply<unknown>;
let refusals: (string | null)[];
let sender: CaptionSender;

beforeEach(() => {
  clock = new FakeClock();
  posted = [];
  refusals = [];
  reply = { ok: true, value: {} };
  sender = new CaptionSender("own", {
    clock,
    post: async ({ lines }) => {
      posted.push(lines.map(({ text, done }) => (done ? `${text}.` : text)));
      return reply;
    },
    onRefused: (reason) => refusals.push(reason),
  });
});

const say = (text: string, { id = "line-one", done = false } = {}) => {
  const line: CaptionLine = { id, rev: 0, text, done };
  sender.say(line);
};

it("sends the newest state and no more than two a second, however fast somebody types", async () => {
  for (const text of ["H", "Ha", "Hal", "Hall", "Hallo"]) say(text);
  await clock.pass(400);
  say("Hallo!");
  await clock.pass(2_000);
  expect(posted).toEqual([["H"], ["Hallo"], ["Hallo!"]]);
});

it("sends every finished line, and the last one a second time", async () => {
  for (const number of [1, 2, 3]) say(`Satz ${number}`, { id: `line-no-${number}`, done: true });
  say("Vier", { id: "line-no-4" });
  await clock.pass(3_000);
  expect(posted).toEqual([["Satz 1."], ["Satz 2.", "Satz 3."], ["Satz 3.", "Vier"]]);
});

it("goes on with the newest state once the network is back, and asks no more after a no", async () => {
  reply = { ok: false, unreachable: true };
  say("Anfang");
  await clock.pass(10);
  say("Anfang und Ende");
  reply = { ok: true, value: {} };
  await clock.pass(1_500);
  expect(posted.at(-1)).toEqual(["Anfang und Ende"]);
  expect(refusals).toEqual(["offline", null]);
  reply = { ok: false, refusal: { kind: "forbidden", reason: "no_chat" } };
  say("Darf ich?");
  await clock.pass(10_000);
  expect(posted.filter(([text]) => text === "Darf ich?")).toHaveLength(1);
});

it("ends without going on for ever", async () => {
  reply = { ok: false, unreachable: true };
  say("Schluss", { done: true });
  sender.end();
  await clock.pass(60_000);
  expect(posted.length).toBeLessThanOrEqual(2);
});
