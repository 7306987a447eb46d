import { and, eq } from "drizzle-orm";
import { entryFiles } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockEntry } from "../queries/scopes";
import { removeEntryFileInput } from "../schema";

/** Takes a file from an entry; the worker deletes what no row names. */
export const removeEntryFile = defineCommand({
  name: "remove-entry-file",
  input: removeEntryFileInput,
  permission: "entry.change",
  load: ({ tx }, { entryId }) => lockEntry(tx, entryId),
  run: async ({ tx }, { entryId, fileId }) => {
    const gone = await tx
      .delete(entryFiles)
      .where(and(eq(entryFiles.entryId, entryId), eq(entryFiles.fileId, fileId)))
      .returning();
    return gone.length > 0 ? ok({ entryId }) : fail("not_found", "missing");
  },
});
