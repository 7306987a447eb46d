import { z } from "zod";
import { idOf } from "@/lib/ids";

const eventId = idOf("event");

export const sheetKinds = ["notes", "whiteboard"] as const;
export const sheetKind = z.enum(sheetKinds);
export type SheetKind = z.infer<typeof sheetKind>;

/** The one part of its Yjs document that a sheet has: a text, or a map of what is drawn by its id. */
export const SHEET_ROOT = { notes: "text", whiteboard: "elements" } as const satisfies Record<
  SheetKind,
  string
>;

export const SHEET_LIMITS = {
  /** Of one update, and of what a sheet is made of with everything that was deleted from it. */
  updateBytes: 128 * 1024,
  stateBytes: 1024 * 1024,
  characters: 50_000,
  elements: 2_000,
} as const;

/** Four characters stand for three bytes. */
const UPDATE_CHARACTERS = Math.ceil(SHEET_LIMITS.updateBytes / 3) * 4;

export const writeSheetInput = z.object({
  eventId,
  roomId: idOf("room"),
  kind: sheetKind,
  /** A Yjs update, in base64. */
  update: z.base64().min(4).max(UPDATE_CHARACTERS, "too_long"),
});
export const shareSheetInput = z.object({ eventId, sheetId: idOf("sheet"), shared: z.boolean() });
