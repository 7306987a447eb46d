import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { entries } from "@/db/schema/board";
import { aBoard, anEntry, aReader, entrySaid, inDays } from "@/db/testing/board";
import { changeEntry } from "./change-entry";

it("is written anew by its own side alone, and can't become anonymous when it is a person's", async () => {
  const board = await aBoard();
  const [author, other] = [await aReader(board), await aReader(board)];
  const entry = await anEntry(board, { personId: author.person.id });
  const input = { ...entrySaid(board.series.id, { title: "Anders", anonymous: "on" }), entryId: entry.id };
  for (const actor of [other.actor, board.office])
    expect(await changeEntry({ actor, input })).toMatchObject({ failure: { reason: "missing" } });
  expect(await changeEntry({ actor: author.actor, input })).toMatchObject({ ok: true });
  const [row] = await db().select().from(entries).where(eq(entries.id, entry.id));
  expect(row).toMatchObject({ title: "Anders", searchText: "anders", anonymous: false });
  const late = { ...input, validUntil: inDays(500) };
  expect(await changeEntry({ actor: author.actor, input: late })).toMatchObject({
    failure: { fields: { validUntil: ["invalid_date"] } },
  });
});
