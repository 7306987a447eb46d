import { expect, test } from "vitest";
import { aHostRoom } from "@/db/testing/host-room";
import { refusalOf } from "@/db/testing/refusals";
import { at } from "@/db/testing/rooms";
import { setHostless } from "./set-hostless";

test("hosts say what becomes of the event without them, and read it again", async () => {
  const { host, ada, input, stage } = await aHostRoom();
  const set = async (minutes: number | null, actor = host.actor) =>
    refusalOf(await setHostless({ actor, input: { ...input, minutes }, now: at(1) }));
  expect(await set(5, ada.actor)).toBe("forbidden not_allowed");
  expect(await set(5)).toBe("done");
  expect((await stage(host, 6)).desk?.hostlessMinutes).toBe(5);
  expect(await set(0)).toContain("invalid");
  expect(await set(null)).toBe("done");
  expect((await stage(host, 12)).desk?.hostlessMinutes).toBeNull();
});
