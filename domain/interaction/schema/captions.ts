import { z } from "zod";
import { idOf } from "@/lib/ids";
import { calm } from "../schema";

const eventId = idOf("event");

export const captionLanguage = z.enum(["de", "en"]);
export type CaptionLanguage = z.infer<typeof captionLanguage>;
/** `captions`: what is spoken, written down by whom the hosts asked. `own`: what somebody says by writing, seen as it is written. */
export const captionKind = z.enum(["captions", "own"]);
export type CaptionKind = z.infer<typeof captionKind>;

/** Longest line, in characters; longer speech goes on in the next. */
export const MAX_LINE = 160;
/** The line that is being written, and the one before it, in case that got lost. */
const LINES_AT_ONCE = 2;

/** One line as far as it is written: with each change its whole text under a higher number, so what got lost does not matter. */
export const captionLine = z.object({
  id: z.string().regex(/^[\w-]{8,40}$/),
  rev: z.int().min(0).max(1_000_000),
  text: z
    .string()
    .max(2_000)
    .transform((text) => calm(text).replace(/\s+/gu, " "))
    .pipe(z.string().max(MAX_LINE, "too_long")),
  done: z.boolean(),
});
export type CaptionLine = z.infer<typeof captionLine>;

/** What a browser posts while somebody writes. Who they are and in which language they write is not for it to say. */
export const captionsWritten = z.object({
  kind: captionKind,
  lines: z.array(captionLine).min(1).max(LINES_AT_ONCE),
});

/** Makes somebody write captions in a language, or not any more. */
export const captionWriterInput = z.object({
  eventId,
  admissionId: idOf("admission"),
  language: captionLanguage.nullable(),
});
