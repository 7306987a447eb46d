import { z } from "zod";
import { idOf } from "@/lib/ids";
import { calm, clientKey, isSeen } from "../schema";

const eventId = idOf("event");
const questionId = idOf("audienceQuestion");

/** Longest question and longest written answer, in characters as JavaScript counts them. */
export const MAX_QUESTION = 500;
export const MAX_ANSWER = 2_000;
const MAX_NAME = 60;

const written = (most: number) =>
  z.string().max(20_000).transform(calm).pipe(z.string().max(most, "too_long").refine(isSeen, "empty"));

const question = written(MAX_QUESTION);

export const askInput = z.object({
  eventId,
  text: question,
  anonymous: z.boolean().default(false),
  clientKey,
});
export const voteInput = z.object({ eventId, questionId, on: z.boolean() });
export const editInput = z.object({ eventId, questionId, text: question });
export const questionInput = z.object({ eventId, questionId });
export const settleInput = questionInput.extend({
  step: z.enum(["approve", "on_air", "answer", "dismiss", "reopen"]),
  /** With `answer`: in writing, else it was spoken. */
  answer: written(MAX_ANSWER).nullable().default(null),
});
/** Pinning a question, or keeping whoever asked it from asking more; `on` false takes it back. */
export const switchInput = questionInput.extend({ on: z.boolean() });
export const mergeInput = questionInput.extend({ intoId: questionId });
export const settingsInput = z.object({
  eventId,
  isOpen: z.boolean().optional(),
  isModerated: z.boolean().optional(),
  allowsAnonymous: z.boolean().optional(),
  /** `renew` makes the address, or another one in place of it; `close` leaves none. */
  hall: z.enum(["renew", "close"]).optional(),
  projector: z.enum(["renew", "close"]).optional(),
});

/** Who asks in the hall: the address they scanned, and the secret that their browser keeps. */
const inHall = { token: idOf("hall"), secret: z.string().regex(/^[\w-]{20,64}$/) };

export const askInHallInput = z.object({
  ...inHall,
  text: question,
  /** As somebody calls themselves; nobody checks it. */
  name: z
    .string()
    .max(2_000)
    .transform((name) => calm(name).replace(/\s+/gu, " ").slice(0, MAX_NAME).trim())
    .default(""),
  clientKey,
});
export const voteInHallInput = z.object({ ...inHall, questionId, on: z.boolean() });
export const withdrawInHallInput = z.object({ ...inHall, questionId });
