import { z } from "zod";
import { idOf } from "@/lib/ids";

const eventId = idOf("event");
const admissionId = idOf("admission");

/** Longest message, in characters as JavaScript counts them. */
export const MAX_MESSAGE = 1_000;
const MAX_MARKS = 4;
/** Made by the browser for one message or question: a retry stores it once. */
export const clientKey = z.string().regex(/^[\w-]{8,64}$/);

/** Takes piles of combining marks down to what languages use, and control characters out: nobody's page breaks. */
export const calm = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (char) => (char === "\n" ? "\n" : ""))
    .replace(new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, "gu"), "$1")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** A message of nothing but blanks and characters without a shape would be an empty line with somebody's name. */
export const isSeen = (text: string) => /[^\p{Z}\p{C}\p{M}\u2800\u3164\u115f\u1160\uffa0]/u.test(text);

export const eventInput = z.object({ eventId });
export const inviteInput = z.object({ eventId, admissionId });
export const clearInput = z.object({ eventId, admissionId: admissionId.nullable() });
export const answerInput = z.object({ eventId, accept: z.boolean() });
