import { z } from "zod";
import { chatScope, chatSettings } from "@/domain/interaction/schema/chat";

/** What rooms read about messages and captions; the rest is in `room-api.ts`. What older servers do not say has a default. */

export const chatMessage = z.object({
  id: z.string(),
  roomId: z.string(),
  scope: chatScope,
  admissionId: z.string(),
  /** Empty for somebody who is erased. */
  name: z.string(),
  /** The reader of a private message. */
  toId: z.string().nullable().default(null),
  toName: z.string().nullable().default(null),
  /** With ids of whoever is mentioned, as `mentionOf` writes them; empty when it is gone. */
  text: z.string(),
  mentions: z.array(z.object({ admissionId: z.string(), name: z.string() })).default([]),
  /** What it answers: the beginning of that, or nothing where it is gone. */
  replyTo: z.object({ id: z.string(), name: z.string(), text: z.string() }).nullable().default(null),
  edited: z.boolean().default(false),
  deleted: z.boolean().default(false),
  clientKey: z.string(),
  at: z.iso.datetime(),
});
export type ChatMessage = z.infer<typeof chatMessage>;
/** `GET chat?after=<id>` or `?before=<id>`: at most 200, oldest first; the reader's alone. */
export const chatPage = z.object({
  messages: z.array(chatMessage),
  earlier: z.boolean().default(false),
  settings: chatSettings.default({ writeTo: "everybody", privately: "nobody" }),
});
export type ChatPage = z.infer<typeof chatPage>;

const captionWriter = z.object({
  admissionId: z.string(),
  name: z.string(),
  language: z.enum(["de", "en"]),
});
export type CaptionWriter = z.infer<typeof captionWriter>;
/** `GET captions`: who writes down what is spoken. What they write comes by data and is nowhere to be read. */
export const captionWriters = z.object({ writers: z.array(captionWriter) });
