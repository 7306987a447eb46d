import { and, eq } from "drizzle-orm";
import { sheets } from "@/db/schema/interaction-sheets";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { shareSheetInput } from "../schema/sheets";

/** Brings what a breakout wrote or drew to the plenary, where everybody may read it, or takes it back. */
export const shareSheet = defineCommand({
  name: "share-sheet",
  input: shareSheetInput,
  permission: "sheet.share",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, sheetId, shared }, { eventRows }) => {
    const [sheet] = await tx
      .select()
      .from(sheets)
      .where(and(eq(sheets.id, sheetId), eq(sheets.eventId, eventId)))
      .for("update");
    // The plenary's own is there for everybody in it.
    if (!sheet || sheet.roomId === eventRows.main?.id) return fail("not_found", "missing_sheet");
    if ((sheet.sharedAt !== null) === shared) return ok({ sheetId, shared });
    await tx
      .update(sheets)
      .set({ sharedAt: shared ? now : null })
      .where(eq(sheets.id, sheetId));
    await emit({ kind: "sheet.shared", payload: { eventId, sheetId } });
    return ok({ sheetId, shared });
  },
});
