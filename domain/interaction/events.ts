import { z } from "zod";
import { idOf } from "@/lib/ids";

const ofEvent = z.object({ eventId: idOf("event") });

/** `onlyFor`: the two of a private message, whom alone it is told to. */
const ofMessage = ofEvent.extend({
  roomId: idOf("room"),
  onlyFor: z.array(idOf("admission")).default([]),
});

/** What can have happened in chat, hands, questions and polls, and what the fact carries. */
export const interactionFacts = {
  "chat.posted": ofMessage,
  /** Worded anew, or taken back by its author. */
  "chat.changed": ofMessage,
  "chat.hidden": ofMessage,
  /** Who may write to whom. */
  "chat.set": ofEvent,
  /** Who writes down what is spoken. */
  "captions.changed": ofEvent,
  /** Asked, reworded, settled, merged or pinned, or how an event takes questions. */
  "question.changed": ofEvent,
  /** Voted for, or a vote taken back. */
  "question.voted": ofEvent,
  "hand.changed": ofEvent.extend({ admissionIds: z.array(idOf("admission")).default([]) }),
  /** Launched, closed, shared or not any more, or a word of it hidden: everybody may see another result. */
  "poll.changed": ofEvent.extend({ pollId: idOf("poll") }),
  /** What a breakout wrote or drew was brought to everybody, or taken back. What is written itself is no fact. */
  "sheet.shared": ofEvent.extend({ sheetId: idOf("sheet") }),
} as const;
