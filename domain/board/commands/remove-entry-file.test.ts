import { expect, it } from "vitest";
import { db } from "@/db/client";
import { entryFiles } from "@/db/schema/board";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { newId } from "@/lib/ids";
import { removeEntryFile } from "./remove-entry-file";

it("takes a file from the entry that has it, by its own side", async () => {
  const board = await aBoard();
  const [author, other] = [await aReader(board), await aReader(board)];
  const entry = await anEntry(board, { personId: author.person.id });
  const own = await anEntry(board, { personId: other.person.id });
  const fileId = newId("file");
  const file = { fileId, fileName: "a.pdf", fileType: "application/pdf", fileBytes: 9 };
  await db()
    .insert(entryFiles)
    .values({ ...file, entryId: entry.id });
  const remove = (actor: typeof author.actor, entryId: typeof entry.id) =>
    removeEntryFile({ actor, input: { entryId, fileId } });
  expect(await remove(other.actor, entry.id)).toMatchObject({ failure: { reason: "missing" } });
  expect(await remove(other.actor, own.id)).toMatchObject({ failure: { reason: "missing" } });
  expect(await remove(author.actor, entry.id)).toMatchObject({ ok: true });
});
