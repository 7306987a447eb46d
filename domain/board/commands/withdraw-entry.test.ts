import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { entries } from "@/db/schema/board";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { withdrawEntry } from "./withdraw-entry";

it("is taken away by its own side alone", async () => {
  const board = await aBoard();
  const [author, other] = [await aReader(board), await aReader(board)];
  const entry = await anEntry(board, { personId: author.person.id });
  const input = { entryId: entry.id };
  expect(await withdrawEntry({ actor: other.actor, input })).toMatchObject({
    failure: { reason: "missing" },
  });
  expect(await withdrawEntry({ actor: author.actor, input })).toMatchObject({ ok: true });
  expect(await db().$count(entries, eq(entries.id, entry.id))).toBe(0);
});
