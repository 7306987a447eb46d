import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { entries } from "@/db/schema/board";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { moveEntry } from "./move-entry";

it("goes from open through talks to solved with an outcome, and opens again without it", async () => {
  const board = await aBoard();
  const { person, actor } = await aReader(board);
  const entry = await anEntry(board, { personId: person.id });
  const move = (state: string, outcome?: string, who = actor) =>
    moveEntry({ actor: who, input: { entryId: entry.id, state, outcome } });
  const stored = async () => {
    const [row] = await db().select().from(entries).where(eq(entries.id, entry.id));
    return [row?.state, row?.outcome];
  };
  expect(await move("in_talks", undefined, board.office)).toMatchObject({ failure: { reason: "missing" } });
  expect(await move("open")).toMatchObject({ failure: { reason: "other_state" } });
  await move("in_talks");
  expect(await stored()).toEqual(["in_talks", null]);
  expect(await move("solved")).toMatchObject({ failure: { fields: { outcome: ["required"] } } });
  await move("solved", "cooperation");
  expect(await stored()).toEqual(["solved", "cooperation"]);
  await move("open");
  expect(await stored()).toEqual(["open", null]);
});
