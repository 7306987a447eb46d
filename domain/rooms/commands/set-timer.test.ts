import { expect, test } from "vitest";
import { aHostRoom } from "@/db/testing/host-room";
import { refusalOf } from "@/db/testing/refusals";
import { at } from "@/db/testing/rooms";
import { setTimer } from "./set-timer";

test("everybody reads the hosts' timer, also while it is held, until it is taken away", async () => {
  const { host, ada, input, stage } = await aHostRoom("stage");
  const change = async (one: object, second: number, actor = host.actor) =>
    refusalOf(await setTimer({ actor, input: { ...input, change: one }, now: at(second) }));
  expect(await change({ what: "start", seconds: 300, label: "Pause" }, 1)).toBe("done");
  expect((await stage(ada, 6)).timer).toEqual({
    label: "Pause",
    endsAt: at(301).toISOString(),
    heldSeconds: null,
  });
  await change({ what: "hold" }, 31);
  expect((await stage(ada, 36)).timer).toEqual({ label: "Pause", endsAt: null, heldSeconds: 270 });
  await change({ what: "stop" }, 41);
  expect((await stage(ada, 46)).timer).toBeNull();
  expect(await change({ what: "start", seconds: 60 }, 50, ada.actor)).toBe("forbidden not_allowed");
  expect(await change({ what: "start", seconds: 1e9 }, 50)).toContain("invalid");
});
