import { z } from "zod";
import { sheetKind } from "@/domain/interaction/schema/sheets";

/** What rooms read of their notes and whiteboards; the server's queries return it, the browser parses it. */

/** `GET sheets/{kind}?room=&after=`: what came after that number, or all of it. */
export const sheetNews = z.object({
  /** Null while nothing was ever written. */
  sheetId: z.string().nullable(),
  seq: z.int(),
  /** Yjs updates in base64. */
  updates: z.array(z.base64()),
  mayWrite: z.boolean(),
});
export type SheetNews = z.infer<typeof sheetNews>;

/** The answer of `POST sheets/{kind}`. */
export const sheetWritten = z.object({ seq: z.int() });

export const breakoutSheet = z.object({
  id: z.string(),
  kind: sheetKind,
  /** Of its room, and of the round that this belonged to. */
  label: z.string(),
  round: z.string(),
  /** Whether everybody has it, or only hosts. */
  shared: z.boolean(),
  changedAt: z.iso.datetime(),
});
export type BreakoutSheet = z.infer<typeof breakoutSheet>;
/** `GET sheets`: what breakouts wrote and drew, as far as the reader may have it. */
export const breakoutSheets = z.object({ mayShare: z.boolean(), sheets: z.array(breakoutSheet) });
