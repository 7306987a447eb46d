import { entryFilesInUse } from "@/domain/board/queries/scopes";
import { filesInUse } from "@/domain/programme/queries/materials";
import { uploadsInUse } from "@/domain/registration/queries/uploads";
import { logger } from "@/lib/logger";
import { dropStored, storedBefore } from "@/lib/storage/store";
import { now } from "@/lib/time/clock";

/** So long a file may lie there before a row names it: an upload takes a minute at most. */
const GRACE_MS = 3_600_000;
const BATCH = 500;

/** Deletes files that no row names any more, and what interrupted uploads left. */
export async function dropUnnamedFiles(): Promise<void> {
  const stored = await storedBefore(new Date(now().getTime() - GRACE_MS));
  let gone = 0;
  for (let at = 0; at < stored.length; at += BATCH) {
    const batch = stored.slice(at, at + BATCH);
    const ids = batch.flatMap(({ id }) => id ?? []);
    const used = [await filesInUse(ids), await uploadsInUse(ids), await entryFilesInUse(ids)];
    const unnamed = batch.filter(({ id }) => id === undefined || !used.some((some) => some.has(id)));
    await dropStored(unnamed.map(({ name }) => name));
    gone += unnamed.length;
  }
  if (gone > 0) logger.info({ gone }, "files that no row names are deleted");
}
