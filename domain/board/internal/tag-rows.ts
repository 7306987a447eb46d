import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { taxonomyTags } from "@/db/schema/board";
import { inTurn } from "@/domain/kernel/turns";
import type { Id } from "@/lib/ids";
import { tagRowsOf } from "../queries/taxonomy";
import { builtInRows, type TagRow } from "../rules";

/**
 * The alliance's tags as rows of its own, one change at a time: of two merges the second sees what the first has made, so
 * that no circle comes about. The first change writes down what was built in.
 */
export async function lockTags(tx: Transaction, allianceId: Id<"alliance">): Promise<TagRow[]> {
  await inTurn(tx, "taxonomy", allianceId);
  await tx
    .insert(taxonomyTags)
    .values(builtInRows().map((row) => ({ ...row, eventId: null, synonyms: [...row.synonyms], allianceId })))
    .onConflictDoNothing();
  return tagRowsOf(tx, allianceId);
}

/** One of them. */
export const tagIs = (allianceId: Id<"alliance">, tag: string) =>
  and(eq(taxonomyTags.allianceId, allianceId), eq(taxonomyTags.tag, tag));
