import { expect, it } from "vitest";
import { guest } from "@/db/testing/actors";
import { aBoard, aReader } from "@/db/testing/board";
import { hasDigest } from "../queries/digest";
import { chooseDigest } from "./choose-digest";

it("is on and off for whoever asks, however often", async () => {
  const board = await aBoard();
  const { person, actor } = await aReader(board);
  const choose = (want: string, who = actor) =>
    chooseDigest({ actor: who, input: { seriesId: board.series.id, want } });
  expect(await choose("on", guest)).toMatchObject({ failure: { reason: "missing" } });
  await choose("on");
  await choose("on");
  expect(await hasDigest(person.id, board.series.id)).toBe(true);
  await choose("off");
  expect(await hasDigest(person.id, board.series.id)).toBe(false);
});
