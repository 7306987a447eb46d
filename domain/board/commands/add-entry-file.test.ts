import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { entryFiles } from "@/db/schema/board";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { withoutLockOn, worstOf } from "@/db/testing/races";
import { newId } from "@/lib/ids";
import { MOST_BYTES_OF_ONE, MOST_FILES } from "../schema";
import { addEntryFile } from "./add-entry-file";

const aFile = () => ({ fileId: newId("file"), fileType: "application/pdf", fileName: "a.pdf", fileBytes: 9 });

/** Twelve files for one entry at once; how many it has then. */
async function twelveFiles(): Promise<number> {
  const board = await aBoard();
  const { person, actor } = await aReader(board);
  const { id: entryId } = await anEntry(board, { personId: person.id });
  await Promise.all(
    Array.from({ length: 12 }, () => addEntryFile({ actor, input: { entryId, file: aFile() } })),
  );
  return db().$count(entryFiles, eq(entryFiles.entryId, entryId));
}

describe("add-entry-file", { timeout: 120_000 }, () => {
  let putBack: (() => void) | undefined;
  afterEach(() => putBack?.());

  it("takes five files of an entry's own side, also of twelve at once", async () => {
    expect(await twelveFiles()).toBe(MOST_FILES);
    const board = await aBoard();
    const [author, other] = [await aReader(board), await aReader(board)];
    const { id: entryId } = await anEntry(board, { personId: author.person.id });
    expect(await addEntryFile({ actor: other.actor, input: { entryId, file: aFile() } })).toMatchObject({
      failure: { reason: "missing" },
    });
  });

  it("R28: takes no more than so much of one person, in whatever entries, solved ones too", async () => {
    const board = await aBoard();
    const { person, actor } = await aReader(board);
    const solved = { state: "solved", outcome: "contact" } as const;
    const before = await anEntry(board, { personId: person.id, ...solved });
    const { id: entryId } = await anEntry(board, { personId: person.id });
    const add = (fileBytes: number) =>
      addEntryFile({ actor, input: { entryId, file: { ...aFile(), fileBytes } } });
    await db()
      .insert(entryFiles)
      .values({ ...aFile(), entryId: before.id, fileBytes: MOST_BYTES_OF_ONE - 10 });
    expect(await add(11)).toMatchObject({ failure: { fields: { file: ["too_many_bytes"] } } });
    expect(await add(10)).toMatchObject({ ok: true });
  });

  it("without the lock on the entry takes more", async () => {
    putBack = withoutLockOn("entries");
    expect(await worstOf(twelveFiles, MOST_FILES)).toBeGreaterThan(MOST_FILES);
  });
});
