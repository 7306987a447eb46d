import { eq, sum } from "drizzle-orm";
import { entries, entryFiles } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { inTurn } from "@/domain/kernel/turns";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { lockEntry } from "../queries/scopes";
import { addEntryFileInput, MOST_BYTES_OF_ONE, MOST_FILES } from "../schema";

const refused = (key: string) => fail("invalid", "input", { fields: { file: [key] } });

/** Bytes of what lies beside all entries of this person, counted one file after the other. */
async function bytesOf({ tx }: Context, personId: Id<"person">): Promise<number> {
  await inTurn(tx, "entries", `files ${personId}`);
  const [row] = await tx
    .select({ bytes: sum(entryFiles.fileBytes).mapWith(Number) })
    .from(entryFiles)
    .innerJoin(entries, eq(entries.id, entryFiles.entryId))
    .where(eq(entries.personId, personId));
  return row?.bytes ?? 0;
}

/** Puts a file that lies in the store beside an entry; five at most, counted under the lock of the entry. */
export const addEntryFile = defineCommand({
  name: "add-entry-file",
  input: addEntryFileInput,
  permission: "entry.change",
  load: ({ tx }, { entryId }) => lockEntry(tx, entryId),
  run: async (context, { entryId, file }, { entry }): Promise<Result<{ entryId: string }, "input">> => {
    const { tx, now } = context;
    if ((await tx.$count(entryFiles, eq(entryFiles.entryId, entryId))) >= MOST_FILES)
      return refused("too_many_files");
    const lying = entry.personId ? await bytesOf(context, entry.personId) : 0;
    if (lying + file.fileBytes > MOST_BYTES_OF_ONE) return refused("too_many_bytes");
    await tx.insert(entryFiles).values({ ...file, entryId, createdAt: now });
    return ok({ entryId });
  },
});
