import { expect, test } from "vitest";
import { aHostRoom } from "@/db/testing/host-room";
import { refusalOf } from "@/db/testing/refusals";
import { at, type Guest } from "@/db/testing/rooms";
import { countSpeaking } from "./count-speaking";
import { heartbeat } from "./heartbeat";

test("only once hosts count, by role alone, everybody reads it, and nobody says more than time has passed", async () => {
  const { host, ada, ben, input, stage } = await aHostRoom();
  const beat = (one: Guest, second: number, spoke: number) =>
    heartbeat({ actor: one.actor, input: { ...input, tab: one.tab, spoke }, now: at(second) });
  const count = async (counts: boolean, actor = host.actor) =>
    refusalOf(await countSpeaking({ actor, input: { ...input, counts }, now: at(40) }));
  await beat(ada, 30, 9_000);
  expect(await count(true, ada.actor)).toBe("forbidden not_allowed");
  expect(await count(true)).toBe("done");
  await beat(ada, 60, 9_000);
  await beat(ben, 60, 500_000);
  await beat(host, 60, 3_000);
  const seen = await stage(host, 61);
  expect(seen.countsSpeaking).toBe(true);
  expect(seen.desk?.speaking.toSorted((one, other) => (one.role < other.role ? -1 : 1))).toEqual([
    { role: "host", seconds: 3 },
    { role: "participant", seconds: 69 },
  ]);
  expect(await stage(ada, 61)).toMatchObject({ countsSpeaking: true, desk: null });
  expect(await count(false)).toBe("done");
  await beat(ada, 90, 9_000);
  expect((await stage(host, 91)).desk?.speaking).toHaveLength(2);
});
