import { and, eq, or } from "drizzle-orm";
import { digestReaders } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { noteDigestsInput } from "../schema";

/** Says that these readers were seen to in a week, whether there was something to write or not. */
export const noteDigests = defineCommand({
  name: "note-digests",
  input: noteDigestsInput,
  permission: "mail.deliver",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { week, readers }) => {
    const these = readers.map(({ personId, seriesId }) =>
      and(eq(digestReaders.personId, personId), eq(digestReaders.seriesId, seriesId)),
    );
    await tx
      .update(digestReaders)
      .set({ writtenFor: week })
      .where(or(...these));
    return ok({ noted: readers.length });
  },
});
