import { and, inArray, isNotNull, lt } from "drizzle-orm";
import { uploads } from "@/db/schema/registration-uploads";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { keptSince } from "@/lib/privacy/retention";
import { ok } from "@/lib/result";
import { lockForgettableUploads } from "../queries/uploads";

/**
 * Deletes files that came with a form which was never accepted. What somebody has answered with goes with the answer; who
 * brought it is forgotten after the same time.
 * `gone` is 0 when there is nothing left to forget.
 */
export const forgetUploads = defineCommand({
  name: "forget-uploads",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    await tx
      .update(uploads)
      .set({ source: null })
      .where(and(isNotNull(uploads.source), lt(uploads.createdAt, keptSince("uploads", now))));
    const rows = await lockForgettableUploads(tx, { now, limit });
    if (rows.length === 0) return ok({ gone: 0 });
    const ids = rows.map(({ id }) => id);
    await tx.delete(uploads).where(inArray(uploads.id, ids));
    await noteForgotten(
      context,
      "uploads",
      rows.map(({ eventId }) => eventId),
    );
    return ok({ gone: rows.length });
  },
});
