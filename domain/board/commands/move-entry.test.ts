import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { entries } from "@/db/schema/board";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { MOST_OPEN } from "../internal/entry-rows";
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

it("opens none again past the number that a person may have open", async () => {
  const board = await aBoard();
  const { person, actor } = await aReader(board);
  const solved = await anEntry(board, { personId: person.id, state: "solved", outcome: "cooperation" });
  const others = await Promise.all(
    Array.from({ length: MOST_OPEN }, () => anEntry(board, { personId: person.id })),
  );
  const open = () => moveEntry({ actor, input: { entryId: solved.id, state: "open" } });
  expect(await open()).toMatchObject({ failure: { kind: "conflict", reason: "too_many_entries" } });
  const done = { entryId: others[0]?.id ?? "", state: "solved", outcome: "cooperation" };
  expect((await moveEntry({ actor, input: done })).ok).toBe(true);
  expect((await open()).ok).toBe(true);
});
