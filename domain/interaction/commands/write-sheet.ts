import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { applied, docOf, merged } from "../internal/sheet-doc";
import { appendUpdate, lockSheet, partsOf } from "../internal/sheet-rows";
import { hasSheets, mayWriteSheet } from "../rules/sheets";
import { writeSheetInput } from "../schema/sheets";

/** What no browser of ours sends, whatever others have written meanwhile. */
const isBroken = (outcome: string) => outcome === "bad_update" || outcome === "wrong_shape";

/**
 * Takes what a browser changed in the notes or on the whiteboard of the room its person is in. Applied here before it is
 * stored, so that nobody's browser gets what it cannot read. What is known already changes nothing, so a retry is safe. It
 * tells no fact and leaves no audit: the door tells the room, several times a second.
 */
export const writeSheet = defineCommand({
  name: "write-sheet",
  input: writeSheetInput,
  permission: "sheet.write",
  load: loadStanding,
  mayKnow: knowsRoom,
  quiet: true,
  run: async ({ tx, now }, { eventId, roomId, kind, ...sent }, { me, place, rights, session }) => {
    if (!me) return fail("conflict", "not_joined");
    // Only where one is: a host who may look into every room writes where they stand.
    if (place?.state !== "room" || place.room.id !== roomId) return fail("forbidden", "not_in_room");
    if (!hasSheets(place.room.kind)) return fail("forbidden", "no_sheet");
    if (!mayWriteSheet(rights)) {
      if (session?.frozen) return fail("conflict", "frozen");
      return fail("forbidden", "only_watching");
    }
    const sheet = await lockSheet(tx, { eventId, roomId, kind }, now);
    const parts = await partsOf(tx, sheet);
    const doc = docOf(parts, kind);
    const result = applied(doc, kind, new Uint8Array(Buffer.from(sent.update, "base64")));
    if (result.outcome === "unchanged") return ok({ seq: sheet.seq, changed: false });
    if (result.outcome !== "changed")
      return fail(isBroken(result.outcome) ? "invalid" : "conflict", result.outcome);
    const seq = await appendUpdate(tx, sheet, {
      update: result.change,
      parts,
      now,
      merge: () => merged(doc),
    });
    return ok({ seq, changed: true });
  },
});
