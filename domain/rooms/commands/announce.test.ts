import { expect, test } from "vitest";
import { aHostRoom } from "@/db/testing/host-room";
import { refusalOf } from "@/db/testing/refusals";
import { at } from "@/db/testing/rooms";
import { announce } from "./announce";

test("a line reaches everybody until it is taken back; the same words said again are new", async () => {
  const { host, ada, input, stage } = await aHostRoom("stage");
  const say = async (text: string, second: number, actor = host.actor) =>
    refusalOf(await announce({ actor, input: { ...input, text }, now: at(second) }));
  expect(await say("Um elf geht es weiter.", 1)).toBe("done");
  const said = { text: "Um elf geht es weiter.", at: at(1).toISOString() };
  expect((await stage(ada, 6)).message).toEqual(said);
  await say("Um elf geht es weiter.", 10);
  expect((await stage(ada, 16)).message).toEqual({ ...said, at: at(10).toISOString() });
  expect(await say("  ", 20)).toBe("done");
  expect((await stage(ada, 26)).message).toBeNull();
  expect(await say("Hallo", 30, ada.actor)).toBe("forbidden not_allowed");
  expect(await say("x".repeat(301), 30)).toContain("invalid");
});
