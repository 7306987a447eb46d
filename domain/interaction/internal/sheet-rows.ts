import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { sheets, sheetUpdates } from "@/db/schema/interaction-sheets";
import type { Id } from "@/lib/ids";
import { isMergeDue, KEPT_UPDATES } from "../rules/sheets";
import type { SheetKind } from "../schema/sheets";

export type Sheet = typeof sheets.$inferSelect;
type Named = { eventId: Id<"event">; roomId: Id<"room">; kind: SheetKind };

/** The sheet of a room, made with its first word, and locked: one update at a time gets the next number. */
export async function lockSheet(tx: Transaction, named: Named, now: Date): Promise<Sheet> {
  const { roomId, kind } = named;
  await tx
    .insert(sheets)
    .values({ ...named, changedAt: now, createdAt: now })
    .onConflictDoNothing({ target: [sheets.roomId, sheets.kind] });
  const [sheet] = await tx
    .select()
    .from(sheets)
    .where(and(eq(sheets.roomId, roomId), eq(sheets.kind, kind)))
    .for("update");
  if (!sheet) throw new Error("a sheet was not stored");
  return sheet;
}

/** Updates after a number, in their order. */
export const updatesAfter = (reader: Reader, sheetId: Id<"sheet">, after: number) =>
  reader
    .select({ seq: sheetUpdates.seq, update: sheetUpdates.update })
    .from(sheetUpdates)
    .where(and(eq(sheetUpdates.sheetId, sheetId), gt(sheetUpdates.seq, after)))
    .orderBy(asc(sheetUpdates.seq));

/** Everything a sheet is made of: what was merged, and what came since. */
export async function partsOf(reader: Reader, { id, state, stateSeq }: Sheet): Promise<Uint8Array[]> {
  const since = await updatesAfter(reader, id, stateSeq);
  return [...(state ? [state] : []), ...since.map(({ update }) => update)];
}

type Written = {
  update: Uint8Array;
  /** What the sheet was made of before. */
  parts: readonly Uint8Array[];
  now: Date;
  merge: () => Uint8Array;
};

/** Stores an update under the next number, and merges when there are many; `merge` gives all of it as one. */
export async function appendUpdate(tx: Transaction, sheet: Sheet, { update, parts, now, merge }: Written) {
  const seq = sheet.seq + 1;
  await tx.insert(sheetUpdates).values({ sheetId: sheet.id, seq, update });
  const bytes = [...parts, update].reduce((sum, part) => sum + part.length, -(sheet.state?.length ?? 0));
  const isDue = isMergeDue({ seq, stateSeq: sheet.stateSeq, bytes });
  await tx
    .update(sheets)
    .set({ seq, changedAt: now, ...(isDue ? { state: merge(), stateSeq: seq } : {}) })
    .where(eq(sheets.id, sheet.id));
  if (isDue)
    await tx
      .delete(sheetUpdates)
      .where(and(eq(sheetUpdates.sheetId, sheet.id), lte(sheetUpdates.seq, seq - KEPT_UPDATES)));
  return seq;
}
