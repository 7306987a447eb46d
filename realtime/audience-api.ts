import { z } from "zod";
import { pollKind } from "@/domain/interaction/schema/polls";

/** What rooms, halls and projectors read about questions and polls; the rest is in `room-api.ts`. */

const questionId = z.string();
/** A question of the audience as this reader may see it; no name where it was asked without one, whoever reads. */
export const roomQuestion = z.object({
  id: questionId,
  text: z.string(),
  name: z.string().nullable(),
  /** Asked in the hall: the name is what somebody wrote there. */
  hall: z.boolean(),
  state: z.enum(["waiting", "new", "on_air", "answered", "dismissed"]),
  answer: z.string().nullable(),
  pinned: z.boolean(),
  edited: z.boolean(),
  at: z.iso.datetime(),
  votes: z.int(),
  /** How many of them are from the hall, for hosts. */
  hallVotes: z.int(),
  /** For hosts: whoever asked this asks no more. */
  stopped: z.boolean(),
  mine: z.boolean(),
  voted: z.boolean(),
  /** A question of the reader's own counts as this one. */
  joined: z.boolean(),
  /** For its author: the question it counts as. */
  mergedIntoId: questionId.nullable(),
  /** For hosts: what was merged into it. */
  merged: z.array(z.object({ id: questionId, text: z.string(), name: z.string().nullable() })),
});
export type RoomQuestion = z.infer<typeof roomQuestion>;
/** `GET questions`: the newest first. `addresses`: of the hall's and the projector's page, for hosts. */
export const roomQuestions = z.object({
  questions: z.array(roomQuestion),
  settings: z.object({ isOpen: z.boolean(), isModerated: z.boolean(), allowsAnonymous: z.boolean() }),
  addresses: z.object({ hall: z.string().nullable(), projector: z.string().nullable() }).nullable(),
});
export type RoomQuestions = z.infer<typeof roomQuestions>;
/** `GET questions/votes`: of each open question. */
export const questionVotes = z.object({ votes: z.record(questionId, z.int()) });

const state = z.enum(["before", "live", "over"]);
/** `GET /api/hall/{token}`: what a phone in the hall shows. */
export const hallQuestions = z.object({
  title: z.string(),
  state,
  takes: z.boolean(),
  isModerated: z.boolean(),
  allowsAnonymous: z.boolean(),
  questions: z.array(roomQuestion),
});
export type HallQuestions = z.infer<typeof hallQuestions>;
/** `GET /api/projector/{token}`: `hall` is the token of the page that its QR code leads to. */
export const projectorQuestions = z.object({
  title: z.string(),
  state,
  hall: z.string().nullable(),
  questions: z.array(roomQuestion),
});
export type ProjectorQuestions = z.infer<typeof projectorQuestions>;

/** A result in numbers: by place of the option, of a rating from 1 on; or words with how often they were given. */
const pollResult = z.object({
  people: z.int(),
  counts: z.array(z.int()),
  words: z.array(z.object({ word: z.string(), count: z.int(), hidden: z.boolean() })),
});
const roomPoll = z.object({
  id: z.string(),
  kind: pollKind,
  question: z.string(),
  options: z.array(z.string()),
  state: z.enum(["draft", "open", "closed"]),
  shared: z.boolean(),
  openedAt: z.iso.datetime().nullable(),
  /** The reader's own answer. */
  mine: z.object({ picks: z.array(z.int()), words: z.array(z.string()) }).nullable(),
  /** Places of the right options; null as long as that is not told. */
  correct: z.array(z.int()).nullable(),
  /** Null as long as it is not the reader's to see. */
  result: pollResult.nullable(),
});
export type RoomPoll = z.infer<typeof roomPoll>;
/** `GET polls`: what was launched, in its order; for hosts also drafts, last. */
export const roomPolls = z.object({ polls: z.array(roomPoll), mayAnswer: z.boolean() });
