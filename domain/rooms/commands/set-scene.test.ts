import { expect, test } from "vitest";
import { aHostRoom } from "@/db/testing/host-room";
import { refusalOf } from "@/db/testing/refusals";
import { at } from "@/db/testing/rooms";
import { setScene } from "./set-scene";

test("everybody reads the scene that a host chose; participants choose none, and nonsense is none", async () => {
  const { host, ada, input, stage } = await aHostRoom("stage");
  const set = async (scene: string, actor = host.actor) =>
    refusalOf(await setScene({ actor, input: { ...input, scene }, now: at(1) }));
  expect((await stage(ada, 0)).scene).toBe("stage");
  expect(await set("video")).toBe("done");
  expect((await stage(ada, 6)).scene).toBe("video");
  expect(await set("poll", ada.actor)).toBe("forbidden not_allowed");
  expect(await set("fireworks")).toContain("invalid");
});
