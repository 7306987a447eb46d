import { eq } from "drizzle-orm";
import { entryFiles } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok, type Result } from "@/lib/result";
import { lockEntry } from "../queries/scopes";
import { addEntryFileInput, MOST_FILES } from "../schema";

/** Puts a file that lies in the store beside an entry; five at most, counted under the lock of the entry. */
export const addEntryFile = defineCommand({
  name: "add-entry-file",
  input: addEntryFileInput,
  permission: "entry.change",
  load: ({ tx }, { entryId }) => lockEntry(tx, entryId),
  run: async ({ tx, now }, { entryId, file }): Promise<Result<{ entryId: string }, "input">> => {
    if ((await tx.$count(entryFiles, eq(entryFiles.entryId, entryId))) >= MOST_FILES)
      return fail("invalid", "input", { fields: { file: ["too_many_files"] } });
    await tx.insert(entryFiles).values({ ...file, entryId, createdAt: now });
    return ok({ entryId });
  },
});
